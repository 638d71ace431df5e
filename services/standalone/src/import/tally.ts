import { refusalText, type Text } from '@sunlit/contracts';
import type { Applied } from './apply-row.js';
import type {
  ChangedRow,
  FileFindings,
  ImportCounts,
  Place,
  RefusedRow,
  ReplyKind,
  RowProblem,
  SkippedRow,
  SkipReason,
  StageName,
} from './import.types.js';
import type { Mapping } from './mapping.schema.js';
import type { RowPlan } from './row-plan.js';

const columnOf = (stage: StageName, mapping: Mapping): string => {
  const reply = mapping.answer?.text;
  return { registered: mapping.number, interim: reply, answered: reply, rated: mapping.rating?.column }[stage] ?? stage;
};

const placeOf = ({ row, sheet }: Place): Place => ({ row, ...(sheet !== undefined && { sheet }) });

/** Gathers what becomes of the rows. Every row goes through exactly one of `refuse`, `skip`, `ready` and `applied`. */
export const tally = (mapping: Mapping, sheets: readonly string[]) => {
  const counts = { read: 0, ready: 0, added: 0, advanced: 0, unchanged: 0, changed: 0, skipped: 0, refused: 0 };
  const refusedRows: RefusedRow[] = [];
  const changedRows: ChangedRow[] = [];
  const skippedRows: SkippedRow[] = [];
  const skips: Record<SkipReason, number> = { total: 0, header: 0, hidden: 0, mapping: 0, repeat: 0 };
  const replies: Record<ReplyKind, number> = { final: 0, interim: 0, forwarded: 0 };
  const masked = { summaries: 0, replies: 0 };
  const kinds: Record<string, number> = {};
  let [platformRatings, corrected] = [0, 0];
  const count = (as: Exclude<keyof typeof counts, 'read'>): void => {
    counts.read++;
    counts[as]++;
  };

  const refuse = (place: Place, problems: readonly RowProblem[], number?: string): void => {
    count('refused');
    const rows = problems.map((each) => ({ ...placeOf(place), ...(number !== undefined && { number }), ...each }));
    refusedRows.push(...rows);
  };

  const noted = (plan: RowPlan): void => {
    masked.summaries += plan.masked.summaries;
    masked.replies += plan.masked.replies;
    platformRatings += plan.platformRating ? 1 : 0;
    kinds[plan.kind] = (kinds[plan.kind] ?? 0) + 1;
    if (plan.reply) replies[plan.reply]++;
  };

  const applied = (plan: RowPlan, { stream, added, advanced, differences, refused }: Applied): void => {
    const { number } = plan;
    if (refused) {
      const { code, details } = refused.refusal;
      const column = columnOf(refused.stage, mapping);
      return refuse(plan, [{ column, code, reason: refusalText(code, details) }], number);
    }
    noted(plan);
    if (differences.length > 0) changedRows.push({ ...placeOf(plan), number, stream, differences });
    if (differences.length > 0 && differences.every((each) => each.corrected)) corrected++;
    count(differences.length > 0 ? 'changed' : added ? 'added' : advanced.length > 0 ? 'advanced' : 'unchanged');
  };

  const ready = (plan: RowPlan): void => {
    noted(plan);
    count('ready');
  };

  const skip = (place: Place, why: SkipReason, reason: Text): void => {
    count('skipped');
    skips[why]++;
    skippedRows.push({ ...placeOf(place), reason });
  };

  const inOrder = <R extends Place>(rows: readonly R[]): R[] => {
    const at = ({ sheet }: Place): number => (sheet === undefined ? 0 : sheets.indexOf(sheet));
    return [...rows].sort((a, b) => at(a) - at(b) || a.row - b.row);
  };

  const findings = (ignored: Pick<FileFindings, 'ignoredColumns' | 'ignoredSheets'>): FileFindings => ({
    refusedRows: inOrder(refusedRows),
    skippedRows: inOrder(skippedRows),
    skips: { ...skips },
    replies: { ...replies },
    masked: { ...masked },
    platformRatings,
    kinds: Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1))),
    ...ignored,
    sheets,
  });

  const soFar = (): ImportCounts => {
    const { ready: _, ...all } = counts;
    void _;
    return all;
  };
  return {
    ...{ refuse, applied, ready, skip, findings },
    counts: soFar,
    readyCount: () => counts.ready,
    changed: () => ({ changedRows: inOrder(changedRows), corrected }),
  };
};
