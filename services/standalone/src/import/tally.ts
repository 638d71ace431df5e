import { refusalText, type Text } from '@sunlit/contracts';
import type { Applied } from './apply-row.js';
import type { ChangedRow, ImportCounts, ImportReport, RefusedRow, RowProblem, StageName } from './import.types.js';
import type { Mapping } from './mapping.schema.js';
import type { RowPlan } from './row-plan.js';

const columnOf = (stage: StageName, mapping: Mapping): string =>
  ({ registered: mapping.number, answered: mapping.answer?.text, rated: mapping.rating?.column })[stage] ?? stage;

/** Gathers what becomes of the rows. Every row goes through exactly one of `refuse`, `skip` and `applied`. */
export const tally = (mapping: Mapping) => {
  const counts = { read: 0, added: 0, advanced: 0, unchanged: 0, changed: 0, skipped: 0, refused: 0 };
  const refusedRows: RefusedRow[] = [];
  const changedRows: ChangedRow[] = [];
  const skippedRows: { row: number; reason: Text }[] = [];
  const masked = { summaries: 0, replies: 0 };
  const kinds: Record<string, number> = {};
  let platformRatings = 0;
  const count = (as: Exclude<keyof ImportCounts, 'read'>): void => {
    counts.read++;
    counts[as]++;
  };

  const refuse = (row: number, problems: readonly RowProblem[], number?: string): void => {
    count('refused');
    refusedRows.push(...problems.map((each) => ({ row, ...(number !== undefined && { number }), ...each })));
  };

  const noted = (plan: RowPlan): void => {
    masked.summaries += plan.masked.summaries;
    masked.replies += plan.masked.replies;
    platformRatings += plan.platformRating ? 1 : 0;
    kinds[plan.kind] = (kinds[plan.kind] ?? 0) + 1;
  };

  const applied = (plan: RowPlan, { stream, added, advanced, differences, refused }: Applied): void => {
    const { row, number } = plan;
    if (refused) {
      const { code, details } = refused.refusal;
      const column = columnOf(refused.stage, mapping);
      return refuse(row, [{ column, code, reason: refusalText(code, details) }], number);
    }
    noted(plan);
    if (differences.length > 0) changedRows.push({ row, number, stream, differences });
    count(differences.length > 0 ? 'changed' : added ? 'added' : advanced.length > 0 ? 'advanced' : 'unchanged');
  };

  const skip = (row: number, reason: Text): void => {
    count('skipped');
    skippedRows.push({ row, reason });
  };

  const byRow = <R extends { readonly row: number }>(rows: readonly R[]): R[] =>
    [...rows].sort((a, b) => a.row - b.row);
  const report = (ignoredColumns: readonly string[]): ImportReport => ({
    ...counts,
    refusedRows: byRow(refusedRows),
    changedRows: byRow(changedRows),
    skippedRows: byRow(skippedRows),
    masked: { ...masked },
    platformRatings,
    kinds: Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1))),
    ignoredColumns,
  });
  return { refuse, applied, skip, report, counts: (): ImportCounts => ({ ...counts }) };
};
