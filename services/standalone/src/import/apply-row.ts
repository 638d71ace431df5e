import type { CaseView, CommandAnswer, TimelineEntry } from '@sunlit/contracts';
import { Refused, derivedId, type Actor, type JsonObject, type Rpc } from '@sunlit/kernel';
import type { CaseService } from '@sunlit/platform';
import { differences } from './differences.js';
import type { Difference, StageName } from './import.types.js';
import type { Mapping } from './mapping.schema.js';
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
}

/** A matter as the services know it: where it began, where it is now, and the ids of its facts. */
interface Known {
  readonly first: string;
  readonly now: string;
  readonly events: ReadonlySet<string>;
}

const serviceOf = (stream: string): CaseService => (stream.startsWith('complaint-') ? 'complaints' : 'consultations');

/** The command id of a step: the same for the same source, number and stage, in whatever row, file or kind it comes. */
export const stageCommandId = (source: string, number: string, step: string): string => derivedId(source, number, step);

const eventsOf = async (rpc: Rpc, stream: string): Promise<string[]> => {
  const { entries } = await rpc.call(serviceOf(stream), 'timeline', { stream });
  return (entries as unknown as readonly TimelineEntry[]).map(({ id }) => id);
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
  const events = await Promise.all(streams.map((stream) => eventsOf(rpc, stream)));
  return { first: streams[0]!, now: asked[1] ?? asked[0] ?? complained[0]!, events: new Set(events.flat()) };
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

const compared = async (applying: Applying, stream: string, stage: Stage): Promise<Difference[]> => {
  const view = await viewOf(applying, stream);
  // Not listed yet: that it differs is known all the same.
  if (!view) return [{ column: stage.name, field: stage.name }];
  return differences(view, stage.name, stage.commands(serviceOf(stream)), applying.mapping);
};

/** Sends a stage again where its facts stand, else for the first time. `had`: the stream that holds its facts. */
const again = async (applying: Applying, plan: RowPlan, stage: Stage, had: string): Promise<Difference[]> => {
  try {
    for (const command of stage.commands(serviceOf(had))) await send(applying, plan, had, command);
    return [];
  } catch (error) {
    if (error instanceof Refused && error.code === 'CommandIdReused') return compared(applying, had, stage);
    throw error;
  }
};

const holder = ({ first, now, events }: Known, plan: RowPlan, step: string): string | undefined => {
  const commandId = stageCommandId(plan.source, plan.number, step);
  return [first, now].find((stream) => events.has(derivedId(stream, commandId, 0)));
};

type StageResult = { readonly is: 'new' | 'known' } | { readonly is: 'differs'; readonly differences: Difference[] };

const applyStage = async (applying: Applying, plan: RowPlan, stage: Stage, known: Known): Promise<StageResult> => {
  const commands = stage.commands(serviceOf(known.now));
  const last = commands.at(-1);
  if (!last) return { is: 'known' };
  const had = holder(known, plan, last.step);
  if (had !== undefined) {
    const differ = await again(applying, plan, stage, had);
    return differ.length === 0 ? { is: 'known' } : { is: 'differs', differences: differ };
  }
  // Registered by somebody else under the same number: it is that matter.
  if (stage.name === 'registered') return { is: 'known' };
  let wrote = 0;
  for (const command of commands) wrote += (await send(applying, plan, known.now, command)).events.length;
  return { is: wrote > 0 ? 'new' : 'known' };
};

const registerNew = async (applying: Applying, plan: RowPlan): Promise<Known> => {
  const [command] = plan.stages[0]!.commands(plan.service);
  const { stream } = await send(applying, plan, null, command!);
  return { first: stream, now: stream, events: new Set() };
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
