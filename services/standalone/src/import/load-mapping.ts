import { readFile } from 'node:fs/promises';
import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Text } from '@sunlit/contracts';
import type { Office } from '@sunlit/platform';
import { unknownCodes } from './mapping.codes.js';
import { MappingError, type MappingProblem } from './mapping.error.js';
import { brokenRules } from './mapping.rules.js';
import { categoriesSchema, mappingSchema, type CategoriesMapping, type Mapping } from './mapping.schema.js';
import { nearestWord } from './nearest-word.js';

type Path = readonly PropertyKey[];
interface Source {
  readonly document: Document;
  readonly lines: LineCounter;
}

const startOf = (node: unknown): number | undefined => (node as { range?: [number] } | undefined)?.range?.[0];

const lineAt = ({ document, lines }: Source, path: Path): number => {
  for (let length = path.length; length > 0; length--) {
    const around: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(around)
      ? around.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
      : undefined;
    const start = startOf(pair?.key) ?? startOf(document.getIn(path.slice(0, length), true));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
};

/** Keys of the schema at a path: what a mistyped one may have meant. */
const keysAt = (schema: unknown, path: Path): string[] => {
  const { def, shape } = schema as {
    def?: { innerType?: unknown; options?: unknown[] };
    shape?: Record<string, unknown>;
  };
  if (def?.innerType) return keysAt(def.innerType, path);
  if (def?.options) return def.options.flatMap((option) => keysAt(option, path));
  if (!shape) return [];
  return path.length === 0 ? Object.keys(shape) : keysAt(shape[String(path[0])], path.slice(1));
};

interface Found {
  readonly path: Path;
  readonly text: Text;
}

const unknownKey = (schema: unknown, path: Path, key: string): Found => {
  const near = nearestWord(key, keysAt(schema, path));
  return {
    path: [...path, key],
    text: {
      zh: `没有这一项${near ? `,是否为“${near}”` : ''}`,
      en: `there is no such key${near ? `; did you mean ${near}?` : ''}`,
    },
  };
};

const closestBranch = (branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] =>
  [...branches].sort((a, b) => a.length - b.length || deepest(b) - deepest(a))[0] ?? [];
const deepest = (issues: readonly z.core.$ZodIssue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));

const found = (schema: unknown, issue: z.core.$ZodIssue, before: Path = []): Found[] => {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(schema, path, key));
  if (issue.code === 'invalid_union' && issue.errors.length > 0)
    return closestBranch(issue.errors).flatMap((inner) => found(schema, inner, path));
  const missing = issue.code === 'invalid_type' && /received undefined/.test(issue.message);
  return [
    {
      path,
      text: missing ? { zh: '缺少这一项', en: 'is missing' } : { zh: `有误（${issue.message}）`, en: issue.message },
    },
  ];
};

const fieldOf = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}${text && '.'}${String(step)}`),
    '',
  );

const problem = (source: Source, { path, text }: Found): MappingProblem => ({
  line: lineAt(source, path),
  field: fieldOf(path),
  text,
});

const parsed = <S extends z.ZodType>(text: string, file: string, schema: S): { value: z.output<S>; source: Source } => {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, uniqueKeys: true });
  const source = { document, lines };
  const broken = document.errors.map(({ message, pos }) => {
    const first = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
    return {
      line: lines.linePos(pos[0]).line,
      field: '',
      text: { zh: `不是有效的 YAML（${first}）`, en: `no valid YAML: ${first}` },
    };
  });
  if (broken.length > 0) throw new MappingError(file, broken);
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return { value: result.data, source };
  const problems = result.error.issues.flatMap((issue) => found(schema, issue)).map((each) => problem(source, each));
  throw new MappingError(
    file,
    problems.sort((a, b) => a.line - b.line),
  );
};

/** The mapping written in `text`, checked against itself and the office's codes; throws `MappingError` with everything wrong in it. */
export const parseMapping = (text: string, file: string, office: Office): Mapping => {
  const { value, source } = parsed(text, file, mappingSchema);
  const wrong = [...unknownCodes(value, office), ...brokenRules(value)];
  if (wrong.length > 0)
    throw new MappingError(
      file,
      wrong.map((each) => problem(source, each)).sort((a, b) => a.line - b.line),
    );
  return value;
};

/** The mapping of a classification written in `text`; throws `MappingError`. */
export const parseCategoriesMapping = (text: string, file: string): CategoriesMapping =>
  parsed(text, file, categoriesSchema).value;

const read = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const text = {
      zh: '映射文件无法读取',
      en: `the mapping cannot be read (${(error as NodeJS.ErrnoException).code})`,
    };
    throw new MappingError(file, [{ line: 1, field: '', text }]);
  }
};

/** The mapping in a YAML file; see `parseMapping`. */
export const loadMapping = async (file: string, office: Office): Promise<Mapping> =>
  parseMapping(await read(file), file, office);

/** The mapping of a classification in a YAML file. */
export const loadCategoriesMapping = async (file: string): Promise<CategoriesMapping> =>
  parseCategoriesMapping(await read(file), file);
