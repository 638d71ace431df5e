import { join } from 'node:path';
import type { JsonObject } from '@sunlit/kernel';
import { aComplaint } from '../../harness/matters.js';
import {
  aBriefLoad,
  complaintComes,
  consultationAnswered,
  consultationComes,
  handedOver,
  registering,
} from '../load.js';
import type { HistoryClient } from '../history.js';
import { examined, logIn } from './examined.js';
import { exhaust } from './exhaust.js';
import { none, type Conditions, type Fault } from './fault.js';
import { inLanes } from './lanes.js';
import { atPlace, type Place } from './place.js';
import { documentsOf } from './documents.js';
import { CANARY, canaryIn, reviewer } from './restore.fault.js';

/** Failpoints under a load; `of` makes it for a place. */
interface Lane {
  readonly failpoints: readonly string[];
  readonly load: (place: Place) => Promise<void>;
  /** Before the first death: what the load needs to be there. */
  readonly before?: (place: Place) => Promise<void>;
  /** What must hold at the end, beside what always must. */
  readonly then?: (place: Place) => Promise<readonly string[]>;
}

const LANES = 2;

/** Tries every failpoint of the lanes, each at a place of its own, two at a time; in small the first of each. */
const throughAll = async (lanes: readonly Lane[], { small, say }: Conditions): Promise<string> => {
  const all = lanes.flatMap((lane) =>
    lane.failpoints.slice(0, small ? 1 : undefined).map((failpoint) => ({ lane, failpoint })),
  );
  let total = 0;
  await inLanes(LANES, all, ({ lane, failpoint }) =>
    atPlace(async (place) => {
      if (lane.before) {
        await place.start();
        await lane.before(place);
        await place.end('SIGKILL');
      }
      const deaths = await exhaust({ place, small, load: () => lane.load(place) }, failpoint);
      total += deaths;
      const { events, acknowledged } = await examined(place, failpoint);
      none((await lane.then?.(place)) ?? [], failpoint);
      say(`${failpoint}: died ${deaths} times; ${events} events, ${acknowledged} acknowledged`);
    }),
  );
  return `${all.length} failpoints, ${total} deaths`;
};

const withClient =
  (load: (client: HistoryClient) => Promise<unknown>) =>
  async (place: Place): Promise<void> =>
    void (await load(place.client));

const APPEND = ['append:inside', 'append:before', 'append:after'];
const POLICY = ['policy:before-write', 'policy:after-write'];
const PROJECTION = ['projection:before-write', 'projection:after-write'];

export const failpoints: Fault = {
  title: 'killed before, inside and after COMMIT, and in a projection batch between any two writes',
  run: (conditions) =>
    throughAll(
      [
        { failpoints: APPEND, load: withClient(aBriefLoad) },
        { failpoints: ['read-store:wrote', ...PROJECTION], load: withClient(consultationAnswered) },
      ],
      conditions,
    ),
};

const originOf = (data: JsonObject): string | undefined =>
  (data['origin'] as { readonly stream: string } | undefined)?.stream;

/** Every case handed over has one successor, and no case a second one. */
const oneSuccessorEach = async ({ data }: Place): Promise<readonly string[]> => {
  const log = await logIn(data);
  return log
    .filter(({ type }) => type === 'CaseHandedOver')
    .flatMap(({ stream }) => {
      const successors = log.filter((event) => event.type === 'CaseRegistered' && originOf(event.data) === stream);
      return successors.length === 1 ? [] : [`I7 ${stream} was handed over and has ${successors.length} successors`];
    });
};

export const handovers: Fault = {
  title: 'a handover cut at each step',
  run: (conditions) =>
    throughAll(
      [
        {
          failpoints: [...POLICY, ...APPEND],
          load: async ({ client }) => handedOver(client, await consultationComes(client)),
          then: oneSuccessorEach,
        },
      ],
      conditions,
    ),
};

const REBUILT = ['complaint-desk.v2', 'figures.v2'];

const rebuilt = async ({ rpc }: Place): Promise<void> => {
  for (const projection of REBUILT)
    for (let done = false; !done;)
      done = await rpc.call('worker', 'rebuild', { projection }, { deadline: 60_000 }).then(
        () => true,
        () => false,
      );
};

/** I14: as they were, whatever a rebuild that was cut left behind. */
const sameDocuments = () => {
  let before: ReadonlyMap<string, string>;
  return {
    remember: async ({ data }: Place): Promise<void> => void (before = documentsOf(join(data, 'read.sqlite'))),
    differences: async ({ data }: Place): Promise<readonly string[]> => {
      const now = documentsOf(join(data, 'read.sqlite'));
      const names = [...new Set([...before.keys(), ...now.keys()])];
      return names.flatMap((name) =>
        before.get(name) === now.get(name) ? [] : [`I14 ${name} is another after the rebuild`],
      );
    },
  };
};

export const rebuilding: Fault = {
  title: 'killed in a rebuild and its switch',
  run: (conditions) => {
    const laneOf = (failpoint: string): Lane => {
      const documents = sameDocuments();
      return {
        failpoints: [failpoint],
        before: async (place) => {
          await aBriefLoad(place.client);
          await place.rpc.call('worker', 'caughtUp', {}, { deadline: 45_000 });
          await documents.remember(place);
        },
        load: rebuilt,
        then: documents.differences,
      };
    };
    const names = ['rebuild:after-replace', 'rebuild:filled', 'rebuild:before-replace', 'rebuild:before-end'];
    const all = [...names, ...PROJECTION, 'read-store:wrote'];
    return throughAll(all.slice(0, conditions.small ? 1 : undefined).map(laneOf), conditions);
  },
};

export const keyMaking: Fault = {
  title: 'killed while keys are made',
  run: (conditions) => {
    // More persons than are kept keys for, so that more are made under load.
    const many = async ({ client }: Place): Promise<void> => {
      await Promise.all(Array.from({ length: 80 }, () => complaintComes(client)));
    };
    return throughAll([{ failpoints: ['keys:before-keep', 'keys:after-keep'], load: many }], conditions);
  },
};

/** Whoever the case is about is erased. */
export const goes = async ({ client }: Pick<Place, 'client'>, stream: string): Promise<void> =>
  void (await client.done({
    service: 'complaints',
    type: 'ErasePersonalData',
    by: reviewer,
    data: { part: 'all' },
    stream,
  }));

/** Somebody calls and is erased. */
export const comesAndGoes = async (place: Pick<Place, 'client'>): Promise<void> => {
  const { stream } = await place.client.done(registering('complaints', aComplaint({ caller: CANARY })));
  await goes(place, stream);
};

const ERASURE = ['erasure:after-note', 'erasure:before-note', 'erasure:after-blank', 'erasure:after-cut'];

export const erasing: Fault = {
  title: 'killed in an erasure',
  run: (conditions) =>
    throughAll(
      [
        {
          failpoints: [...ERASURE, ...APPEND],
          load: comesAndGoes,
          then: async ({ data }) => canaryIn(data),
        },
      ],
      conditions,
    ),
};
