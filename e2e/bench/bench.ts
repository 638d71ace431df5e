import { lag } from './lag.js';
import { machine } from './machine.js';
import { memory } from './memory.js';
import { relay } from './relay.js';
import { startup } from './startup.js';

/** How much to measure. */
export interface Size {
  /** Seconds, to see that the bench works; its figures mean nothing. */
  readonly small: boolean;
}

/** One bench: what it measures, whether it needs Kafka, MongoDB or KurrentDB, and how. It throws where the results are not what was put in. */
interface Bench {
  readonly title: string;
  readonly servers: boolean;
  readonly run: (size: Size) => Promise<void>;
}

const BENCHES: Readonly<Record<string, Bench>> = {
  P13: { title: 'relay to Kafka / bare client', servers: true, run: relay },
  P15: { title: 'from acknowledgement to read model, seven processes', servers: true, run: lag },
  memory: { title: 'memory of the seven processes', servers: true, run: memory },
  startup: { title: 'the seven processes from spawn to ready', servers: true, run: startup },
};

const chosen = (names: readonly string[]): readonly (readonly [string, Bench])[] =>
  (names.length > 0 ? names : Object.keys(BENCHES)).map((name) => {
    const bench = BENCHES[name];
    if (!bench) throw new Error(`There is no bench ${name}: take one of ${Object.keys(BENCHES).join(', ')}.`);
    return [name, bench];
  });

/** Whether one of these needs servers; no names: all benches. */
export const serversOf = (names: readonly string[]): boolean => chosen(names).some(([, { servers }]) => servers);

/** Runs these benches one after another; no names: all. */
export const bench = async (
  names: readonly string[],
  { servers, ...size }: Size & { readonly servers: readonly string[] },
): Promise<void> => {
  for (const line of [...machine(), ...servers]) console.log(line);
  if (size.small) console.log('SMALL: shows that the benches work; the figures mean nothing.');
  for (const [name, { title, run }] of chosen(names)) {
    console.log(`\n${name}  ${title}  (load average before: ${machine.load()})`);
    await run(size);
    console.log(`${name}  load average after: ${machine.load()}`);
  }
};
