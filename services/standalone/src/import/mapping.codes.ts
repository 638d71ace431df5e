import type { Text } from '@sunlit/contracts';
import type { Coded, Office } from '@sunlit/platform';
import type { CodeField, Mapping } from './mapping.schema.js';
import { nearestWord } from './nearest-word.js';

const URGENCY: readonly Coded[] = [
  { code: 'normal', name: { zh: '一般', en: 'normal' } },
  { code: 'urgent', name: { zh: '紧急', en: 'urgent' } },
];
const CALLER_TYPES: readonly Coded[] = [
  { code: 'person', name: { zh: '个人', en: 'person' } },
  { code: 'organisation', name: { zh: '单位', en: 'organisation' } },
  { code: 'anonymous', name: { zh: '匿名', en: 'anonymous' } },
];

/** The fields of a mapping whose cells become codes. */
export type CodeName = 'source' | 'medium' | 'kind' | 'category' | 'urgency' | 'callerType' | 'servicePoint' | 'unit';

/** What a field's codes may be. */
export const codesOf = (office: Office, field: CodeName): readonly Coded[] =>
  ({
    source: office.sources,
    medium: office.media,
    kind: office.kinds,
    category: office.categories,
    urgency: URGENCY,
    callerType: CALLER_TYPES,
    servicePoint: office.servicePoints,
    unit: office.units,
  })[field];

/** The fields that hold a code of the office, or of the program. */
export const CODE_NAMES: readonly CodeName[] = [
  'source',
  'medium',
  'kind',
  'category',
  'urgency',
  'callerType',
  'servicePoint',
  'unit',
];

interface Stated {
  readonly path: readonly (string | number)[];
  readonly code: string;
}

const inEntries = (key: string, entries: readonly { readonly code: string }[]): Stated[] =>
  entries.map(({ code }, index) => ({ path: [key, index, 'code'], code }));

const statedCodes = (field: CodeField): Stated[] => {
  if ('always' in field) return [{ path: ['always'], code: field.always }];
  const listed = [
    ...('contains' in field ? inEntries('contains', field.contains) : []),
    ...('patterns' in field ? inEntries('patterns', field.patterns ?? []) : []),
    ...('values' in field ? Object.entries(field.values ?? {}) : []).map(([value, code]) => ({
      path: ['values', value],
      code,
    })),
  ];
  return field.otherwise === 'refuse' ? listed : [...listed, { path: ['otherwise'], code: field.otherwise }];
};

/** A code of the mapping that the office does not have. */
export interface UnknownCode {
  readonly path: readonly (string | number)[];
  readonly text: Text;
}

const unknownIn = (field: CodeField, list: readonly Coded[], at: readonly string[]): UnknownCode[] =>
  statedCodes(field)
    .filter(({ code }) => !list.some((entry) => entry.code === code))
    .map(({ path, code }) => {
      const near = nearestWord(
        code,
        list.map((entry) => entry.code),
      );
      return {
        path: [...at, ...path],
        text: {
          zh: `机构档案中没有代码“${code}”${near ? `,是否为“${near}”` : ''}`,
          en: `the office has no code ${code}${near ? `; did you mean ${near}?` : ''}`,
        },
      };
    });

/** Every code the mapping names that the office profile lacks. */
export const unknownCodes = (mapping: Mapping, office: Office): UnknownCode[] => [
  ...CODE_NAMES.flatMap((name) => {
    const field = mapping[name];
    return field ? unknownIn(field, codesOf(office, name), [name]) : [];
  }),
  ...(mapping.answer?.how ? unknownIn(mapping.answer.how, office.media, ['answer', 'how']) : []),
];
