import { existsSync } from 'node:fs';
import { contractIn, filesIn, PUBLISHED, RELEASED } from '../testing/published-files.js';
import { objectionsTo } from '../testing/release.js';
import { currentContract } from './contract.js';
import { incompatibilities } from './incompatibilities.js';

describe('what was released', () => {
  it('is kept: `npm run release -w libs/contracts` makes it, and only that', () => {
    expect(existsSync(RELEASED)).toBe(true);
    expect(Object.keys(contractIn(filesIn(RELEASED)).events).length).toBeGreaterThan(20);
  });

  it('is still read by who was written for it, and reads what is published now', () => {
    expect(incompatibilities(contractIn(filesIn(RELEASED)), currentContract())).toEqual([]);
  });
});

describe('a release', () => {
  const files = filesIn(PUBLISHED);
  const closed = 'events/CaseClosed.schema.json';
  const changed = (path: string, from: string, to: string) =>
    new Map([...files].map(([name, text]) => [name, name === path ? text.replace(from, to) : text]));

  it('is anything the first time, and the same again', () => {
    expect(objectionsTo(files, null)).toEqual([]);
    expect(objectionsTo(files, files)).toEqual([]);
  });

  it('has a version of its own', () => {
    const reworded = changed(closed, '办结', '了结');
    expect(objectionsTo(reworded, files)).toEqual([expect.stringContaining('raise CONTRACT_VERSION')]);
  });

  it('never breaks who reads the one before', () => {
    expect(objectionsTo(changed(closed, '"object"', '"array"'), files)[0]).toMatch(
      /^CaseClosed: type was "object" and is "array"\./,
    );
  });
});
