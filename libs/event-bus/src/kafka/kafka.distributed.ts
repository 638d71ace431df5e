import { eventBusContract } from '../event-bus.contract.js';
import { aStream, contractMappings, listenUntil, said } from '../contract/fixture.js';
import { ownOptions, relayed } from './testing/rig.js';

eventBusContract('on Kafka', async (mappings) => {
  const { bus, publish, end } = relayed(mappings, ownOptions());
  return { bus, partitions: [0, 1, 2, 1000, 1001, 1002], publish, dispose: end };
});

const LATER = 2 * 2 ** 36;

eventBusContract('on Kafka, topics of a later version', async (mappings) => {
  const { bus, publish, end } = relayed(mappings, { ...ownOptions(), version: 3 });
  return { bus, partitions: [0, 1, 2, 1000, 1001, 1002].map((number) => number + 200_000), publish, dispose: end };
});

it('topics of a later version lie above all places of earlier ones, which mean nothing in them', async () => {
  const options = ownOptions();
  const first = relayed(contractMappings, options);
  const second = relayed(contractMappings, { ...options, version: 3, partitions: 5 });
  const stream = aStream();
  await first.publish(stream, said(4), -1);
  await second.publish(stream, said(4), -1);
  const four = ({ events }: { readonly events: readonly unknown[] }) => events.length === 4;
  const met = await listenUntil(first.bus, new Map(), four);
  const again = await listenUntil(second.bus, met.offsets, four);
  const offsets = again.batches.flatMap(({ messages }) => messages.map(({ offset }) => offset));
  expect(offsets.map((offset) => offset - LATER)).toEqual([0, 1, 2, 3]);
  expect(await second.bus.partitions(['notices'])).toEqual([0, 1, 2, 3, 4].map((number) => number + 200_000));
  await Promise.all([first.end(), second.end()]);
});
