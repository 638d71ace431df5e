import { unknownCode, type Found } from './office.problems.js';
import type { FollowUpRule, Office } from './office.types.js';

/** The rule for a kind; null where none names it: everybody is called back about a complaint then, and nobody about a consultation. */
export const followUpRuleFor = ({ followUp }: Pick<Office, 'followUp'>, kind: string): FollowUpRule | null =>
  followUp.rules?.find(({ kinds }) => kinds.includes(kind)) ?? null;

const kindProblems = (office: Office, { kinds }: FollowUpRule, at: number): Found[] => {
  const known = new Set(office.kinds.map(({ code }) => code));
  return kinds.flatMap((code, i): Found[] =>
    known.has(code) ? [] : unknownCode(['followUp', 'rules', at, 'kinds', i], code, known),
  );
};

/** What the shape alone cannot tell of the rules of follow-up. */
export const followUpProblems = (office: Office): Found[] => {
  const { rules = [] } = office.followUp;
  const named = rules.flatMap(({ kinds }, at) =>
    kinds.map((kind, i) => ({ kind, path: ['followUp', 'rules', at, 'kinds', i] })),
  );
  const twice = named.filter(({ kind }, at) => named.findIndex((one) => one.kind === kind) < at);
  const percents = rules.flatMap(({ select, percent }, at): Found[] =>
    (select === 'share') === (percent !== undefined)
      ? []
      : [
          {
            path: ['followUp', 'rules', at, 'percent'],
            text: {
              zh: 'select 为 share 时须写 percent,其他情形不写',
              en: 'percent is said where select is share, and nowhere else',
            },
          },
        ],
  );
  return [
    ...rules.flatMap((rule, at) => kindProblems(office, rule, at)),
    ...twice.map(({ kind, path }) => ({
      path,
      text: { zh: `“${kind}”已有一条回访规定`, en: `'${kind}' has a rule of follow-up already` },
    })),
    ...percents,
  ];
};
