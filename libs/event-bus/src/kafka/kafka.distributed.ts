import { eventBusContract } from '../event-bus.contract.js';
import { ownOptions, relayed } from './testing/rig.js';

eventBusContract('on Kafka', async (mappings) => {
  const { bus, publish, end } = relayed(mappings, ownOptions());
  return { bus, partitions: [0, 1, 2, 1000, 1001, 1002], publish, dispose: end };
});
