import { setTimeout } from 'node:timers/promises';
import type { Reader } from '../composition/reader.js';
import type { DoctorOptions, Log } from './doctor.types.js';
import { figuresTakeFrom } from './figures-take.js';

/** How long figures may stand still before they have come to the end of the log, in looks of 50 ms: longer than a group takes to replace a lost member. */
const LOOKS = 400;

/** The logs of a reader as the doctor looks at them, and how it waits for figures that come over a bus. */
export const doctorsLogs = (reader: Reader): Pick<DoctorOptions, 'logs' | 'figuresTake'> => {
  const { logs, definitions, stores } = reader;
  const services = new Map<Log, readonly string[]>();
  for (const { store, services: names } of logs) {
    const owned = definitions.filter(({ name }) => names.includes(name));
    services.set({ store, categories: owned.flatMap(({ publishes }) => Object.keys(publishes)) }, names);
  }
  const { broker, readStore } = stores;
  let looks = 0;
  const wait = (ms: number, moved: boolean): Promise<boolean> => {
    looks = moved ? 0 : looks + 1;
    return setTimeout(ms, looks <= LOOKS);
  };
  const servicesOf = (log: Log): readonly string[] => services.get(log) ?? [];
  return {
    logs: [...services.keys()],
    figuresTake: broker && figuresTakeFrom({ readStore, bus: broker.bus, version: broker.version, servicesOf, wait }),
  };
};
