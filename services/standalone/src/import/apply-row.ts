import type { CaseView, CommandAnswer, TimelineEntry } from '@sunlit/contracts';
import { Refused, derivedId, type Actor, type JsonObject, type Rpc } from '@sunlit/kernel';
import type { CaseService } from '@sunlit/platform';
import { corrected } from './correct-case.js';
import { differences } from './differences.js';
import type { Difference, StageName } from './import.types.js';
import type { Mapping } from './mapping.schema.js';
import { notCorrected } from './not-corrected.js';
import type { PlannedCommand, RowPlan, Stage } from './row-plan.js';

/** What became of one row. */
export interface Applied {
  readonly stream: string;
  readonly added: boolean;
  readonly advanced: readonly StageName[];
  readonly differences: readonly Difference[];
  /** The first stage a service said no to: the ones after it were not sent. */
  readonly refused?: { readonly stage: StageName; readonly refusal: Refused };
}

export interface Applying {
  readonly rpc: Rpc;
  readonly by: Actor;
  readonly mapping: Mapping;
  /** Whether what is recorded otherwise is corrected. */
  readonly correct: boolean;
}

/** A matter as the services know it: where it began, where it is now, and the ids of its facts. */
interface Known {
  readonly first: string;
  readonly now: string;
  readonly events: ReadonlySet<string>;
  /** Whether it was corrected since: what was imported need not be what is recorded. */
  readonly corrected: boolean;
}

const serviceOf = (stream: string): CaseService => (stream.startsWith('complaint-') ? 'complaints' : 'consultations');

/** The command id of a step: the same for the same source, number and stage, in whatever row, file or kind it comes. */
export const stageCommandId = (source: string, number: string, step: string): string => derivedId(source, number, step);

const CORRECTIONS = new Set(['DetailsCorrected', 'CallerCorrected', 'OrderSentAgain']);

const eventsOf = async (rpc: Rpc, stream: string): Promise<readonly TimelineEntry[]> => {
  const { entries } = await rpc.call(serviceOf(stream), 'timeline', { stream });
  return entries as unknown as readonly TimelineEntry[];
};

const streamsOf = async (rpc: Rpc, service: CaseService, { source, number }: RowPlan): Promise<string[]> => {
  const { stream, handedOverTo } = await rpc.call(service, 'bySource', { source, externalNumber: number });
  return [stream, handedOverTo].filter((each): each is string => typeof each === 'string');
};

/** Where the matter is, whatever kind the row states: a consultation that was handed over is followed. */
const find = async (rpc: Rpc, plan: RowPlan): Promise<Known | null> => {
  const [asked, complained] = await Promise.all([
    streamsOf(rpc, 'consultations', plan),
    streamsOf(rpc, 'complaints', plan),
  ]);
  const streams = [...new Set([...asked, ...complained])];
  if (streams.length === 0) return null;
  const events = (await Promise.all(streams.map((stream) => eventsOf(rpc, stream)))).flat();
  return {
    first: streams[0]!,
    now: asked[1] ?? asked[0] ?? complained[0]!,
    events: new Set(events.map(({ id }) => id)),
    corrected: events.some(({ type }) => CORRECTIONS.has(type)),
  };
};

const send = async ({ rpc, by }: Applying, plan: RowPlan, stream: string | null, command: PlannedCommand) => {
  const service = stream === null ? plan.service : serviceOf(stream);
  const { step, type, data, occurredAt } = command;
  const commandId = stageCommandId(plan.source, plan.number, step);
  const payload = {
    commandId,
    type,
    data,
    by: { ...by },
    occurredAt: { ...occurredAt },
    ...(stream !== null && { stream }),
  };
  return (await rpc.call(service, 'command', payload as JsonObject)) as unknown as CommandAnswer;
};

const viewOf = async ({ rpc, by }: Applying, stream: string): Promise<CaseView | null> => {
  // The row states all of it already: an operator's view only tells what is recorded otherwise.
  const viewer = { account: by.account, role: 'operator' };
  const answer = await rpc.call(serviceOf(stream), 'case', { viewer, stream });
  return answer['case'] as unknown as CaseView | null;
};

/** What is recorded otherwise; `unlisted` where the case is in no list yet. */
const compared = async (
  applying: Applying,
  stream: string,
  stage: Stage,
  unlisted: readonly Difference[],
): Promise<readonly Difference[]> => {
  const view = await viewOf(applying, stream);
  if (!view) return unlisted;
  const commands = stage.commands(serviceOf(stream));
  const found = differences(view, stage.name, commands, applying.mapping);
  if (!applying.correct || found.length === 0) return found;
  if (stage.name !== 'registered') return notCorrected(stage.name, found);
  const { rpc, by } = applying;
  return corrected({ view, stream, service: serviceOf(stream), rpc, by }, found, commands.at(-1)!);
};

interface Standing {
  readonly known: Known;
  /** The stream that holds the stage's facts. */
  readonly had: string;
}

/** Sends a stage again where its facts stand. One that says the same is known, unless the case was corrected since. */
const again = async (
  applying: Applying,
  plan: RowPlan,
  stage: Stage,
  { known, had }: Standing,
): Promise<readonly Difference[]> => {
  try {
    for (const command of stage.commands(serviceOf(had))) await send(applying, plan, had, command);
    return known.corrected && stage.name === 'registered' ? await compared(applying, had, stage, []) : [];
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'CommandIdReused') throw error;
    // Not listed yet: that it differs is known all the same.
    return compared(applying, had, stage, [{ column: stage.name, field: stage.name }]);
  }
};

const holder = ({ first, now, events }: Known, plan: RowPlan, step: string): string | undefined => {
  const commandId = stageCommandId(plan.source, plan.number, step);
  return [first, now].find((stream) => events.has(derivedId(stream, commandId, 0)));
};

/** What was recorded as the answer, and is only a notice as the sheet is read now. */
const otherThanRecorded = (applying: Applying, plan: RowPlan, stage: Stage, known: Known): Difference[] => {
  if (stage.name !== 'interim' || holder(known, plan, 'answered') === undefined) return [];
  return [
    { column: applying.mapping.answer!.text, field: 'answer.is', recorded: 'final', sheet: plan.reply ?? 'interim' },
  ];
};

/** The matter went on without it: a notice before an answer that is there tells nothing any more. */
const isLate = (stage: Stage, error: unknown): boolean =>
  stage.name === 'interim' && error instanceof Refused && error.code === 'WrongState';

type StageResult =
  { readonly is: 'new' | 'known' } | { readonly is: 'differs'; readonly differences: readonly Difference[] };

const told = (differ: readonly Difference[]): StageResult =>
  differ.length === 0 ? { is: 'known' } : { is: 'differs', differences: differ };

/** How many events the commands of a stage wrote that the log does not hold yet. */
const sendNew = async (applying: Applying, plan: RowPlan, stage: Stage, to: string): Promise<number> => {
  let wrote = 0;
  try {
    for (const command of stage.commands(serviceOf(to)))
      wrote += (await send(applying, plan, to, command)).events.length;
  } catch (error) {
    if (!isLate(stage, error)) throw error;
  }
  return wrote;
};

const applyStage = async (applying: Applying, plan: RowPlan, stage: Stage, known: Known): Promise<StageResult> => {
  const last = stage.commands(serviceOf(known.now)).at(-1);
  if (!last) return { is: 'known' };
  const had = holder(known, plan, last.step);
  if (had !== undefined) return told(await again(applying, plan, stage, { known, had }));
  const other = otherThanRecorded(applying, plan, stage, known);
  // Registered by somebody else under the same number: it is that matter.
  if (other.length > 0 || stage.name === 'registered') return told(other);
  return { is: (await sendNew(applying, plan, stage, known.now)) > 0 ? 'new' : 'known' };
};

const registerNew = async (applying: Applying, plan: RowPlan): Promise<Known> => {
  const [command] = plan.stages[0]!.commands(plan.service);
  const { stream } = await send(applying, plan, null, command!);
  return { first: stream, now: stream, events: new Set(), corrected: false };
};

/** Sends what a checked row says and the log does not hold yet. Throws what is no refusal (`Unavailable`): then run the import again. */
export const applyRow = async (applying: Applying, plan: RowPlan): Promise<Applied> => {
  const found = await find(applying.rpc, plan);
  let stage: StageName = 'registered';
  let known = found;
  const advanced: StageName[] = [];
  const differ: Difference[] = [];
  const result = () => ({ stream: known?.now ?? '', added: !found && known !== null, advanced, differences: differ });
  try {
    known ??= await registerNew(applying, plan);
    for (const each of found ? plan.stages : plan.stages.slice(1)) {
      stage = each.name;
      const outcome = await applyStage(applying, plan, each, known);
      if (outcome.is === 'new') advanced.push(each.name);
      if (outcome.is === 'differs') differ.push(...outcome.differences);
    }
    return result();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { ...result(), refused: { stage, refusal: error } };
  }
};
