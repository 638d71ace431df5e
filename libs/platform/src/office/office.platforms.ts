import { duplicates, unknownCode, type Found } from './office.problems.js';
import type { ExportField, Ground, Kind, Office, OrderPlatform } from './office.types.js';

const NONE: readonly OrderPlatform[] = [];

/** What the profile says of a platform's orders; null where it says nothing. */
export const platformOf = (office: Office, source: string): OrderPlatform | null =>
  (office.platforms ?? NONE).find(({ platform }) => platform === source) ?? null;

/** Why an order of the platform is returned, by its code; null for an unknown one. */
export const orderReturnGround = (office: Office, source: string, code: string): Ground | null =>
  platformOf(office, source)?.returnGrounds.find((ground) => ground.code === code) ?? null;

/** Our kind for a platform's word: as the profile maps it, else the kind of that code or name; null for none. */
export const kindOfWord = (office: Office, source: string, word: string): Kind | null => {
  const said = word.normalize('NFKC').trim();
  const mapped = platformOf(office, source)?.kinds?.find((one) => one.word === said)?.kind;
  return (
    office.kinds.find(({ code, name }) =>
      mapped === undefined ? code === said || name.zh === said : code === mapped,
    ) ?? null
  );
};

/** The columns of an export to the platform, in order and in its words; by default all there are, in ours. */
export const exportColumns = (
  office: Office,
  source: string,
): readonly { readonly field: ExportField; readonly label: string }[] =>
  platformOf(office, source)?.export ?? DEFAULT_EXPORT;

const DEFAULT_EXPORT = [
  { field: 'number', label: '工单编号' },
  { field: 'kind', label: '工单类型' },
  { field: 'dispatchedAt', label: '派单时间' },
  { field: 'dueAt', label: '办结时限' },
  { field: 'unit', label: '承办单位' },
  { field: 'result', label: '办理结果' },
  { field: 'answeredAt', label: '答复时间' },
  { field: 'answer', label: '答复内容' },
  { field: 'onTime', label: '是否按时' },
  { field: 'ourNumber', label: '本局编号' },
  { field: 'round', label: '办理轮次' },
  { field: 'reportedAt', label: '报结时间' },
  { field: 'orderStatus', label: '工单状态' },
] as const satisfies readonly { readonly field: ExportField; readonly label: string }[];

const oneLimit = ({ returnWithin, signWithin }: OrderPlatform, i: number): Found[] =>
  Object.entries({ returnWithin, signWithin }).flatMap(([name, limit]) =>
    limit && (limit.workingDays === undefined) === (limit.workingHours === undefined)
      ? [
          {
            path: ['platforms', i, name],
            text: { zh: '写 workingDays 或 workingHours 之一', en: 'give either workingDays or workingHours' },
          },
        ]
      : [],
  );

const senders = ({ sources }: Office): ReadonlySet<string> =>
  new Set(sources.filter(({ platform }) => platform).map(({ code }) => code));

/** What is wrong with the platforms: no source that is one, said twice, an unknown kind, no limit or two. */
export const platformProblems = (office: Office): Found[] => {
  const platforms = office.platforms ?? NONE;
  const kinds = new Set(office.kinds.map(({ code }) => code));
  return [
    ...duplicates(platforms.map(({ platform }, i) => [['platforms', i, 'platform'], platform] as const)),
    ...platforms.flatMap(({ platform }, i) => unknownCode(['platforms', i, 'platform'], platform, senders(office))),
    ...platforms.flatMap((one, i) => [
      ...duplicates(
        one.returnGrounds.map(({ code }, j) => [['platforms', i, 'returnGrounds', j, 'code'], code] as const),
      ),
      ...(one.kinds ?? []).flatMap(({ kind }, j) => unknownCode(['platforms', i, 'kinds', j, 'kind'], kind, kinds)),
      ...oneLimit(one, i),
    ]),
  ];
};
