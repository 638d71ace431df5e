import { ready, type RunningPart } from '../harness/distributed.js';
import { eventually } from '../harness/eventually.js';
import { LOOKS_EVERY, type Office, type PartName } from './office.js';
import { SHORT } from './short.js';

/** A process and the failpoints it is to die at, one name after the other. */
export interface Lane {
  readonly part: PartName;
  readonly failpoints: readonly string[];
  /** Whether the load waits for it between two rounds; not for one that takes long to join its group again. */
  readonly awaited: boolean;
}

/** At which pass of a failpoint a process first survived a whole round of load: it was killed at every one before. */
export type Survived = Readonly<Record<string, number>>;

/** Rounds of load, and who is to stand before the next one begins. */
interface Rounds {
  begun: number;
  ended: number;
  readonly standing: Map<Lane, boolean>;
}

type Outcome = 'died' | 'survived';

const hasEnded = ({ child }: RunningPart): boolean => child.exitCode !== null || child.signalCode !== null;

/** What the process has left to do of its own is nothing; an api has nothing ever. */
const hasNothingLeft = async (office: Office, { part }: RunningPart): Promise<boolean> => {
  if (part.role === 'api') return true;
  const lags = await office.lags(part.service).catch(() => null);
  return lags !== null && Object.values(lags).every((lag) => lag === 0);
};

/** Resolves when a round that begins from now on has ended and the process has followed it. */
const survivesRound = async (office: Office, one: RunningPart, lane: Lane, rounds: Rounds): Promise<void> => {
  await ready(one);
  await eventually(async () => hasEnded(one) || (await hasNothingLeft(office, one)) || null, LOOKS_EVERY);
  if (hasEnded(one)) return;
  const from = rounds.begun;
  rounds.standing.set(lane, true);
  await eventually(async () => hasEnded(one) || rounds.ended > from || null);
  await eventually(async () => hasEnded(one) || (await hasNothingLeft(office, one)) || null, LOOKS_EVERY);
};

const outcomeOf = async (office: Office, one: RunningPart, lane: Lane, rounds: Rounds): Promise<Outcome> => {
  const died = one.over.then((): Outcome => 'died');
  const survived = survivesRound(office, one, lane, rounds).then((): Outcome => (hasEnded(one) ? 'died' : 'survived'));
  const outcome = await Promise.race([died, survived.catch((error) => (killed(one) ? died : Promise.reject(error)))]);
  rounds.standing.set(lane, false);
  return outcome;
};

const killed = ({ child }: RunningPart): boolean => child.signalCode === 'SIGKILL';

/** The pass to die at after this one: every pass, or in the short form each at twice the number. */
const after = (n: number): number => (SHORT ? n * 2 : n + 1);

/** Kills the process at the 1st, 2nd, 3rd … pass of the failpoint, starting it anew each time, until it survives a round; gives that number. */
const exhaust = async (office: Office, lane: Lane, failpoint: string, rounds: Rounds): Promise<number> => {
  for (let n = 1; ; n = after(n)) {
    const one = office.begin(lane.part, { SUNLIT_FAIL: `${failpoint}:${n}` });
    const outcome = await outcomeOf(office, one, lane, rounds);
    if (outcome === 'survived') await office.end(lane.part, 'SIGKILL');
    else if (!killed(one)) throw new Error(`${lane.part} ended otherwise: ${one.text.out}${one.text.err}`);
    if (outcome === 'survived') return n;
  }
};

/** Goes through the failpoints of a lane and leaves its process running without any. */
const runLane = async (office: Office, lane: Lane, rounds: Rounds): Promise<Survived> => {
  const survived: Record<string, number> = {};
  await office.end(lane.part, 'SIGKILL');
  for (const failpoint of lane.failpoints) survived[failpoint] = await exhaust(office, lane, failpoint, rounds);
  await office.start(lane.part);
  rounds.standing.delete(lane);
  return survived;
};

/**
 * Lets every lane go through its failpoints, all at once, under rounds of the load; a round begins when every awaited process stands. Gives
 * for each process and failpoint the pass at which it survived, and how many rounds there were.
 */
export const runLanes = async (office: Office, lanes: readonly Lane[], load: () => Promise<void>) => {
  const rounds: Rounds = { begun: 0, ended: 0, standing: new Map(lanes.map((lane) => [lane, false])) };
  const running = Promise.all(lanes.map(async (lane) => [lane.part, await runLane(office, lane, rounds)] as const));
  let failed = false;
  running.catch(() => (failed = true));
  const stand = (): boolean => {
    const waiting = [...rounds.standing].filter(([{ awaited }]) => awaited);
    return (waiting.length > 0 ? waiting : [...rounds.standing]).every(([, stands]) => stands);
  };
  while (rounds.standing.size > 0 && !failed) {
    await eventually(async () => failed || stand() || null);
    rounds.begun++;
    // Whoever stands has this round to survive, and stands again when it is asked for the next.
    rounds.standing.forEach((_, lane) => rounds.standing.set(lane, false));
    await load();
    rounds.ended++;
  }
  return { survived: Object.fromEntries(await running), rounds: rounds.ended };
};
