import { lag } from './lag.js';
import { machine } from './machine.js';
import { memory } from './memory.js';
import { doingNothing } from './p3-nothing.js';
import { normalised } from './p2-normalised.js';
import { oneRow } from './p1-one-row.js';
import { store } from './p4-store.js';
import { growing } from './p5-growing.js';
import { rebuild } from './p6-rebuild.js';
import { oneByOne } from './p7-one-at-a-time.js';
import { dashboard } from './p8-dashboard.js';
import { groupedBy } from './p9-group-by.js';
import { latency } from './p11-latency.js';
import { overloaded } from './p12-overload.js';
import { embeddedLag } from './p15-embedded-lag.js';
import { relay } from './relay.js';
import { startup } from './startup.js';

/** How much to measure. */
export interface Size {
  /** Seconds, to see that the bench works; its figures mean nothing. */
  readonly small: boolean;
  /** Ten million events in place of one, where a bench fills a log. */
  readonly large: boolean;
}

/** One bench: what it measures, whether it needs Kafka, MongoDB or KurrentDB, and how. It throws where the results are not what was put in. */
interface Bench {
  /** What it is called by; two may share a name, one for each composition. */
  readonly name: string;
  readonly title: string;
  readonly servers: boolean;
  readonly run: (size: Size) => Promise<void>;
}

const BENCHES: readonly Bench[] = [
  { name: 'P1', title: 'durable command / Nest + PostgreSQL, one JSONB row', servers: false, run: oneRow },
  { name: 'P2', title: 'durable command / Nest + PostgreSQL, normalised rows', servers: false, run: normalised },
  { name: 'P3', title: 'durable command / a handler that does nothing', servers: false, run: doingNothing },
  { name: 'P4', title: 'SQLite store / fdatasync loop', servers: false, run: store },
  { name: 'P5', title: 'append rate with many events stored / with few', servers: false, run: growing },
  { name: 'P6', title: 'rebuild / scan, parse and the same fold in memory', servers: false, run: rebuild },
  { name: 'P7', title: 'rebuild / one event at a time', servers: false, run: oneByOne },
  { name: 'P8', title: 'dashboard with many events / with few', servers: false, run: dashboard },
  { name: 'P9', title: 'dashboard: GROUP BY in PostgreSQL / our figures', servers: false, run: groupedBy },
  { name: 'P11', title: 'p99 / p50 of commands at 70 % of the peak', servers: false, run: latency },
  { name: 'P12', title: 'goodput at ten times the load / peak', servers: false, run: overloaded },
  { name: 'P15', title: 'from acknowledgement to read model, one process', servers: false, run: embeddedLag },
  { name: 'P13', title: 'relay to Kafka / bare client', servers: true, run: relay },
  { name: 'P15', title: 'from acknowledgement to read model, seven processes', servers: true, run: lag },
  { name: 'memory', title: 'memory of the seven processes', servers: true, run: memory },
  { name: 'startup', title: 'the seven processes from spawn to ready', servers: true, run: startup },
];

/** Which benches: by these names (none: all), of one process alone where `oneProcess`. */
export interface Choice {
  readonly names: readonly string[];
  readonly oneProcess: boolean;
}

const chosen = ({ names, oneProcess }: Choice): readonly Bench[] => {
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  const known = [...new Set(BENCHES.map(({ name }) => name))].join(', ');
  if (unknown !== undefined) throw new Error(`There is no bench ${unknown}: take one of ${known}.`);
  const named = names.length > 0 ? BENCHES.filter(({ name }) => names.includes(name)) : BENCHES;
  return named.filter(({ servers }) => !oneProcess || !servers);
};

/** Whether one of these needs servers. */
export const serversOf = (choice: Choice): boolean => chosen(choice).some(({ servers }) => servers);

/** Runs these benches one after another. */
export const bench = async (
  choice: Choice,
  { servers, ...size }: Size & { readonly servers: readonly string[] },
): Promise<void> => {
  for (const line of [...machine(), ...servers]) console.log(line);
  if (size.small) console.log('SMALL: shows that the benches work; the figures mean nothing.');
  for (const { name, title, run } of chosen(choice)) {
    console.log(`\n${name}  ${title}  (load average before: ${machine.load()})`);
    await run(size);
    console.log(`${name}  load average after: ${machine.load()}`);
  }
};
