import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'libsql';
import type { Size } from './bench.js';
import { openLoop } from './open-loop.js';
import { asLoad } from './pinning.js';
import { mustBeDone } from './registrations.js';
import { DESK, FIGURES } from './read-models.js';
import { quantile, spread } from './rounds.js';
import { servedOffice, type ServedOffice } from './served-office.js';

const MODELS = [DESK, FIGURES] as const;
const GIVE_UP_MS = 60_000;

/** How far each read model has come, asked of its file by a connection of our own. */
const openCheckpoints = (folder: string) => {
  const db = new Database(join(folder, 'read.sqlite'), { readonly: true } as Database.Options);
  const statement = db.prepare('SELECT max(position) FROM checkpoints WHERE name = ?').raw();
  const count = (model: string): number =>
    (db.prepare(`SELECT count(*) FROM "c:${model}" WHERE doc IS NOT NULL`).raw().get() as [number])[0];
  return {
    of: (model: string): number => (statement.get([model]) as [number | null])[0] ?? 0,
    count,
    close: () => db.close(),
  };
};

interface Acknowledged {
  readonly position: number;
  readonly at: number;
}

const TOKEN = /"token":"([\w-]+)"/;
const positionIn = (body: string): number =>
  Number(Buffer.from(TOKEN.exec(body)![1]!, 'base64url').toString('utf8').split(':')[1]);

/** Looks about every millisecond until each command is in the model; that millisecond is in the figure. */
const watching = (read: (model: string) => number, model: string) => {
  const waiting: Acknowledged[] = [];
  const lags: number[] = [];
  let [done, ending] = [0, false];
  const look = (): void => {
    if (done === waiting.length) return;
    const position = read(model);
    const now = performance.now();
    for (let at = done; at < waiting.length; at++) {
      if (waiting[at]!.position > position) continue;
      lags.push(Math.max(0, now - waiting[at]!.at));
      waiting[at] = waiting[done]!;
      done++;
    }
  };
  const looking = (async () => {
    const latest = (): number => waiting.at(-1)?.at ?? performance.now();
    while (!ending || done < waiting.length) {
      look();
      if (performance.now() - latest() > GIVE_UP_MS)
        throw new Error(`${waiting.length - done} never came to ${model}.`);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  looking.catch(() => undefined);
  return {
    await: (command: Acknowledged): void => void waiting.push(command),
    end: async (): Promise<readonly number[]> => {
      ending = true;
      await looking;
      return lags;
    },
  };
};

/** Sum and number of the appends' times so far, as the product measures them: an append waits for its group's commit. */
const appends = async (url: string): Promise<readonly [seconds: number, count: number]> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  const sumOf = (name: string): number =>
    [...text.matchAll(new RegExp(`^sunlit_append_seconds_${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].reduce(
      (sum, [, value]) => sum + Number(value),
      0,
    );
  return [sumOf('sum'), sumOf('count')];
};

interface Round {
  readonly lags: ReadonlyMap<string, readonly number[]>;
  /** How long an append waited for its group commit, on average, in ms. */
  readonly commit: number;
}

const round = async (
  office: ServedOffice,
  read: (model: string) => number,
  rate: number,
  seconds: number,
): Promise<Round> => {
  const watches = MODELS.map((model) => watching(read, model));
  const before = await appends(office.url);
  await openLoop({
    connections: office.clients,
    rate,
    seconds,
    next: office.next,
    answered: ({ answer, category, at }) => {
      mustBeDone(answer);
      office.told.add(category);
      for (const watch of watches) watch.await({ position: positionIn(answer.body), at });
    },
  });
  const lags = await Promise.all(watches.map((watch) => watch.end()));
  const after = await appends(office.url);
  const commit = ((after[0] - before[0]) / (after[1] - before[1])) * 1000;
  return { lags: new Map(MODELS.map((model, at) => [model, lags[at]!])), commit };
};

/** P15, one process: how long after its acknowledgement a command is in the read models, at 70 % of the peak, in group commits. */
export const embeddedLag = async ({ small }: Size): Promise<void> => {
  const office = await servedOffice();
  const checkpoints = openCheckpoints(office.folder);
  try {
    console.log(`  ${await office.settings()}`);
    const peak = await asLoad(() => office.peak(small ? 1 : 6));
    const rounds: Round[] = [];
    for (let at = 0; at < (small ? 1 : 5); at++)
      rounds.push(await asLoad(() => round(office, checkpoints.of, peak * 0.7, small ? 2 : 10)));
    await office.mustHaveKept();
    for (const model of MODELS) {
      const found = checkpoints.count(model);
      if (found !== office.told.cases()) throw new Error(`${model} holds ${found} of ${office.told.cases()} cases.`);
    }
    console.log(
      `  ${(peak * 0.7).toFixed(0)} commands/s (70 % of ${peak.toFixed(0)}); an append waits ${spread(rounds.map(({ commit }) => commit))} ms for its group commit`,
    );
    for (const model of MODELS) {
      const p = (share: number) => rounds.map(({ lags }) => quantile(lags.get(model)!, share));
      const inCommits = rounds.map(({ lags, commit }) => quantile(lags.get(model)!, 0.99) / commit);
      console.log(
        `    ${model.padEnd(20)} p50 ${spread(p(0.5))} ms, p99 ${spread(p(0.99))} ms: ${spread(inCommits)} group commits`,
      );
    }
    console.log(`  ${office.told.cases()} commands acknowledged; as many documents in each read model`);
  } finally {
    checkpoints.close();
    await office.close();
  }
};
