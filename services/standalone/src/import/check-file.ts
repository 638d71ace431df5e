import type { CheckReport, Place, Understood } from './import.types.js';
import { withFile, type FileToRead } from './prepare.js';
import type { RowPlan } from './row-plan.js';
import { understood } from './understood.js';

type Sample = Place & { readonly fields: readonly Understood[] };

/**
 * Reads a file as an import would, every row whole, and sends nothing: what is refused and why, what is skipped, and three rows as they are
 * understood. Needs no data folder; whether a row is known already is not asked. Throws `SheetError`, `ImportError`.
 */
export const checkFile = (options: FileToRead): Promise<CheckReport> =>
  withFile(options, async ({ plans, result, findings, survey }) => {
    let [first, middle, last]: (RowPlan | undefined)[] = [];
    for await (const plan of plans()) {
      first ??= plan;
      if (result.counts().read < survey.rows / 2) middle = plan;
      last = plan;
      result.ready(plan);
    }
    const chosen = [...new Set([first, middle, last])].filter((plan) => plan !== undefined);
    const samples = chosen.map((plan): Sample => {
      const { row, sheet } = plan;
      return { row, ...(sheet !== undefined && { sheet }), fields: understood(plan, options.mapping, options.office) };
    });
    const { read, skipped, refused } = result.counts();
    return { read, ready: result.readyCount(), skipped, refused, ...findings(), samples };
  });
