import { join } from 'node:path';
import { aLoad } from '../load.js';
import { underLoad } from '../under-load.js';
import { documentsOf } from './documents.js';
import { examined } from './examined.js';
import { none, type Fault } from './fault.js';
import { atPlace, untilQuiet, type Place } from './place.js';
import { comesAndGoes } from './failpoints.fault.js';

/** Every projection there is, by the log's own progress. */
const projectionsAt = async ({ rpc }: Place): Promise<readonly string[]> => {
  const { checkpoints } = await rpc.call('worker', 'checkpoints', {});
  return Object.keys(checkpoints as object);
};

const rebuildAll = async (place: Place): Promise<number> => {
  let rebuilt = 0;
  for (const projection of await projectionsAt(place)) {
    // What is no projection (a policy) is not made anew.
    const done = await place.rpc.call('worker', 'rebuild', { projection }, { deadline: 60_000 }).then(
      () => 1,
      (error: { code?: string }) => (error.code === 'InvalidInput' ? 0 : Promise.reject(error)),
    );
    rebuilt += done;
  }
  return rebuilt;
};

const hashes = ({ data }: Place): ReadonlyMap<string, string> => documentsOf(join(data, 'read.sqlite'));

const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] =>
  [...new Set([...one.keys(), ...other.keys()])].flatMap((name) =>
    one.get(name) === other.get(name) ? [] : [`I14 ${name} is another after the rebuild`],
  );

export const sameAgain: Fault = {
  title: 'rebuilt twice, also under live writes and after an erasure: the same documents',
  run: ({ small }) =>
    atPlace(async (place) => {
      await place.start();
      for (let load = 0; load < (small ? 1 : 10); load++) await aLoad(place.client);
      await comesAndGoes(place);
      await untilQuiet(place);
      const folded = hashes(place);
      const rebuilt = await rebuildAll(place);
      await untilQuiet(place);
      none(differences(folded, hashes(place)));
      await underLoad(place.client, async () => void (await rebuildAll(place)), 50);
      await untilQuiet(place);
      const underWrites = hashes(place);
      await rebuildAll(place);
      await untilQuiet(place);
      none(differences(underWrites, hashes(place)), 'under live writes');
      const { events } = await examined(place);
      return `${rebuilt} projections, ${folded.size} collections, ${events} events`;
    }),
};
