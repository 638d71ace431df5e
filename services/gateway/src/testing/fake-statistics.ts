import type { FigureDefinition } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';

const AS_OF = '2022-01-05T08:00:00.000Z';
const MONTHS = [402, 341, 478, 455, 431, 440, 467, 452, 446, 410, 498, 509];

const ratio = (part: number, of: number) => ({ value: part / of, numerator: part, denominator: of });
const VALUES: Readonly<Record<string, object>> = {
  'hotline.accepted.v1': { value: 5329 },
  'hotline.consultation-share.v1': ratio(4402, 5329),
  'hotline.first-contact-share.v1': ratio(4011, 4402),
  'complaints.handled-share.v1': ratio(927, 927),
  'answers.on-time-share.v1': ratio(1290, 1311),
  'followup.satisfaction.v1': {
    ...ratio(792, 799),
    interval: { low: 0.982, high: 0.9957 },
    beside: { selected: 927, contactable: 915, attempted: 901, reached: 830, rated: 799, positive: 792 },
  },
};
const WITH_ASIDE = 'followup.with-set-aside.v1';
const TITLES: Readonly<Record<string, readonly [string, string]>> = {
  'hotline.accepted.v1': ['受理电话咨询投诉事项', 'Calls accepted'],
  'hotline.consultation-share.v1': ['咨询类占比', 'Share of consultations'],
  'hotline.first-contact-share.v1': ['即时答复率', 'Answered at first contact'],
  'complaints.handled-share.v1': ['逐一处置率', 'Complaints handled'],
  'answers.on-time-share.v1': ['按时办结率', 'Answered on time'],
  'followup.satisfaction.v1': ['回访满意度', 'Satisfaction on follow-up'],
  'followup.with-set-aside.v1': ['回访满意度(含不予采用的评价)', 'Satisfaction with ratings set aside'],
};

const definition = (name: string): FigureDefinition => ({
  name,
  title: { zh: TITLES[name]![0], en: TITLES[name]![1] },
  kind: name === 'hotline.accepted.v1' ? 'count' : 'ratio',
  description: { zh: `${TITLES[name]![0]}的定义。`, en: `What “${TITLES[name]![1]}” counts.` },
  population: 'calls.v1',
  dimensions: [['medium', 'kind']],
});

const known = (name: string): object => {
  if (name === WITH_ASIDE) return { name, asOf: AS_OF, incomplete: 0, ...ratio(794, 803) };
  if (!VALUES[name]) throw new Refused('UnknownFigure', { name });
  return { name, asOf: AS_OF, incomplete: 0, ...VALUES[name] };
};

const monthly = (name: string) =>
  MONTHS.map((total, index) => {
    const bucket = `2021-${String(index + 1).padStart(2, '0')}`;
    const value = name === 'hotline.accepted.v1' ? { value: total } : ratio(Math.round(total * 0.826), total);
    return { bucket, by: null, value: { name, asOf: AS_OF, incomplete: 0, ...value } };
  });

interface Asked {
  readonly name: string;
  readonly figures: readonly string[];
  readonly granularity?: string;
  readonly from: string;
  readonly first: number;
}

/** Statistics that always say the same; `behind` is the stream its entries name; `asked` counts what was asked for. */
export const fakeStatistics = (behind: () => string, asked: string[]) => {
  const entry = (index: number) => ({
    event: `e${index}`,
    stream: behind(),
    number: `T2021-${String(index).padStart(5, '0')}`,
    day: '2021-04-12',
    recordedAt: AS_OF,
    counted: true,
    dimensions: { kind: 'complaint', category: 'taxi.fare', source: '12345', unit: index % 2 ? 'taxi' : 'none' },
    cursor: `c${index}`,
  });
  const noted =
    <T>(name: string, answer: (payload: Asked) => T) =>
    (payload: Asked): T => {
      asked.push(name);
      return answer(payload);
    };
  return {
    definitions: noted('definitions', () => ({ items: [...Object.keys(VALUES), WITH_ASIDE].map(definition) })),
    statistics: noted('statistics', ({ figures, granularity, from }) => {
      const rows = figures.flatMap((name): object[] =>
        granularity === 'month' ? monthly(name) : [{ bucket: null, by: null, value: known(name) }],
      );
      return { asOf: AS_OF, rows: from.startsWith('2021') ? rows : rows.slice(0, figures.length) };
    }),
    figure: noted('figure', ({ name }) => known(name)),
    digest: noted('digest', () => ({ digest: 'd'.repeat(64), count: 5329 })),
    events: noted('events', ({ first }) => ({
      items: Array.from({ length: first }, (_, index) => entry(index + 1)),
      hasNext: true,
      total: 5329,
    })),
    restated: noted('restated', () => ({
      items: [{ ...entry(9), takenOutAt: AS_OF, by: 'e99', reason: 'CaseVoided' }],
    })),
  };
};
