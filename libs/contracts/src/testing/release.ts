import { incompatibilities } from '../published/incompatibilities.js';
import { contractIn, versionIn } from './published-files.js';

type Files = ReadonlyMap<string, string>;

const differ = (a: Files, b: Files): boolean =>
  a.size !== b.size || [...a].some(([path, text]) => b.get(path) !== text);

/**
 * Why these files must not be released after those; none where they may. What follows a release under its version is the same release.
 */
export const objectionsTo = (files: Files, released: Files | null): string[] => {
  if (released === null) return [];
  const version = versionIn(files);
  const sameVersion = version === versionIn(released) && differ(files, released);
  return [
    ...incompatibilities(contractIn(released), contractIn(files)),
    ...(sameVersion
      ? [`${version} is released already, with other files: raise CONTRACT_VERSION in asyncapi.ts.`]
      : []),
  ];
};
