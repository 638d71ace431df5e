import type { ReadBatch } from '@sunlit/kernel';
import type { mongo } from 'mongoose';
import { writeNewer, type Versioned } from './write.js';

/** How far a projection has read one partition; `version` is the position, so that it only ever moves on. */
export interface Checkpoint extends Versioned {
  readonly name: string;
  readonly partition: number;
}

/** Where checkpoints lie. */
export const checkpointsIn = (database: mongo.Db): mongo.Collection<Checkpoint> =>
  database.collection<Checkpoint>('_sunlit.checkpoints');

/** A checkpoint as it is stored. */
export const checkpointOf = (name: string, partition: number, position: number): Checkpoint => ({
  _id: `${name}/${partition}`,
  version: position,
  name,
  partition,
});

/** Moves a checkpoint on; a position it has passed changes nothing. */
export const saveCheckpoint = (
  database: mongo.Db,
  { name, partition, position }: NonNullable<ReadBatch['checkpoint']>,
): Promise<void> =>
  writeNewer(checkpointsIn(database) as unknown as mongo.Collection<Versioned>, [
    checkpointOf(name, partition, position),
  ]);

/** Position per partition of a name. */
export const positionsOf = async (database: mongo.Db, name: string): Promise<ReadonlyMap<number, number>> => {
  const found = await checkpointsIn(database).find({ name }).toArray();
  return new Map(found.map(({ partition, version }) => [partition, version]));
};
