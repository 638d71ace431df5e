import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

/** What the office has, so that many inputs come far: codes and ids by the name of the field they go into. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Texts on the edges of what people and programs send. */
const EDGES: readonly string[] = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u0007',
    '\n',
    '\t\r\n',
    '.',
    '..',
    '../../etc/passwd',
    'null',
    'undefined',
    'NaN',
    'true',
    '0',
    '-1',
    '1e999',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '$where',
    '{"$gt":""}',
    "' OR 1=1 --",
    '"; DROP TABLE events; --',
  ],
  ...['<script>alert(1)</script>', '${7*7}', '{{7*7}}', '%00', '%s%n', '=1+1', '@SUM(A1)', '\\', '`id`', '$(id)'],
  ...[
    '\ud800',
    '\udfff',
    'a\ud83d',
    '\ufeff标记',
    '\u202e反向',
    'e\u0301',
    'é',
    '👩‍👩‍👧‍👦',
    '𠮷',
    '\u200b',
    '豫Ｋ１２３４５',
    '１３９００００１２３４',
    'ﬀ',
  ],
  ...['13900001234', '411002199003074517', '豫K12345', '0374-2334567', '已办结。', '咨询'],
];

/** Chinese as reports are written: no digits, so that the check for numbers lets it pass. */
const prose = fc
  .array(fc.constantFrom('反映', '出租车', '拒载', '公交', '晚点', '道路', '破损', '已', '核查', '。', ','), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(''));
const text = fc.oneof(
  { weight: 6, arbitrary: prose },
  { weight: 2, arbitrary: fc.constantFrom(...EDGES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(prose, fc.constantFrom(499, 500, 501, 8001, 20_001))
      .map(([one, length]) => one.padEnd(length, '长')),
  },
);
const uuid = fc.uuid({ version: 7 });
const id = (known: readonly string[]) =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known, ...(known.length === 0 ? ['none'] : [])) },
    { weight: 1, arbitrary: uuid.map((one) => `complaint-${one}`) },
    { weight: 1, arbitrary: fc.constantFrom(...EDGES, 'complaint-', `consultation-${'0'.repeat(36)}`) },
  );
const day = fc.oneof(
  fc
    .date({ min: new Date('2019-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10)),
  fc.constantFrom('2021-02-29', '0001-01-01', '9999-12-31', '2021-13-01', '+12345-01-01', '', '2021-1-1', '1900-01-01'),
);
const instant = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: -40 * 24 * 60, max: 30 })
      .map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2021-02-30T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999999999Z',
      '2021-04-12T24:00:00Z',
      '2021-04-12T10:00:00+99:99',
      '2021-04-12',
      '',
    ),
  },
);
const int = fc.oneof(
  fc.integer({ min: -2, max: 12 }),
  fc.constantFrom(0, -1, 250, 251, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 1.5, 1e300),
);
/** What belongs nowhere. */
const wrong = fc.constantFrom<unknown>(
  null,
  1,
  -1.5,
  true,
  '',
  'x',
  [],
  [null],
  {},
  { a: 1 },
  [['x']],
  { __typename: 'Case' },
  JSON.parse('{"constructor": 1}'),
);

const SCALARS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  ...{ String: text, Int: int, Float: int, Boolean: fc.boolean(), Day: day, Instant: instant },
};

const depths = new WeakSet<GraphQLInputObjectType>();

const scalarOf = (type: string, name: string, known: Known): fc.Arbitrary<unknown> => {
  const codes = known[name];
  if (type === 'ID')
    return name === 'commandId'
      ? fc.oneof({ weight: 5, arbitrary: uuid }, { weight: 1, arbitrary: text })
      : id(codes ?? known['case']!);
  if (type === 'String' && codes && codes.length > 0)
    return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...codes) }, { weight: 1, arbitrary: text });
  return SCALARS[type]!;
};

const valueOf = (type: GraphQLInputType, name: string, known: Known): fc.Arbitrary<unknown> => {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return fc.array(valueOf(bare.ofType, name, known), { maxLength: 4 });
  if (isEnumType(bare))
    return fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...bare.getValues().map((one) => one.name)) },
      { weight: 1, arbitrary: fc.constantFrom('NO_SUCH', 'open', '') },
    );
  const named = getNamedType(bare);
  if (isInputObjectType(named)) return inputOf(named, known);
  return scalarOf(named.name, name, known);
};

/** An input of the type as people and programs send it: nearly always of the right shape, sometimes with one thing that is not. */
export const inputOf = (type: GraphQLInputObjectType, known: Known): fc.Arbitrary<Record<string, unknown>> => {
  if (depths.has(type)) throw new Error(`${type.name} holds itself: bound its depth here.`);
  depths.add(type);
  const fields = Object.values(type.getFields());
  const values = Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, field.name, known)]));
  depths.delete(type);
  const required = fields.filter(isRequiredInputField).map(({ name }) => name);
  const right = fc.record(values, { requiredKeys: required }) as fc.Arbitrary<Record<string, unknown>>;
  const oneWrong = fc
    .tuple(right, fc.constantFrom(...fields.map(({ name }) => name), 'no_such', '__proto__'), wrong)
    .map(([input, name, value]) => ({ ...input, [name]: value }));
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: oneWrong });
};
