import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import type { Part, PersonHeld } from '@sunlit/contracts';
import { Refused, timeOrderedId, type Clock, type Rpc } from '@sunlit/kernel';
import { ConfigurationError, type Office } from '@sunlit/platform';
import { caseNamed, casesOfPhone, type FoundCase } from './find-person.js';
import { personPage } from './person-page.js';

/** What a person is given: what is held about them in each case. */
export interface PersonExport {
  readonly office: Office['office']['name'];
  readonly demo: boolean;
  readonly madeAt: string;
  readonly purpose: string;
  readonly part: Part;
  readonly cases: readonly PersonHeld[];
}

export interface PersonExportOptions {
  readonly rpc: Rpc;
  readonly clock: Clock;
  readonly office: Office;
  readonly demo: boolean;
  /** A phone number of a caller, or a case's number or stream. */
  readonly person: string;
  readonly part: Part;
  /** Why it is given; recorded as a fact of each case. */
  readonly purpose: string;
  /** `<out>.json` and `<out>.html` are written. */
  readonly out: string;
}

export interface PersonExported {
  readonly files: readonly string[];
  readonly cases: readonly string[];
}

const by = { account: 'command-line', role: 'administrator' };

const foundCases = async ({ rpc, person }: PersonExportOptions): Promise<readonly FoundCase[]> => {
  const named = await caseNamed(rpc, person);
  const found = named ? [named] : await casesOfPhone(rpc, person);
  if (found.length === 0) throw new Refused('NoSuchCase');
  return found;
};

const heldIn = async ({ rpc, clock, part, purpose }: PersonExportOptions, { service, stream }: FoundCase) => {
  const payload = { stream, part, purpose, commandId: timeOrderedId(clock()), by };
  const { recorded: _, ...held } = await rpc.call(service, 'exportPerson', payload);
  return held as unknown as PersonHeld;
};

/** A new file that its owner alone may read, whole or not there. */
const writePrivate = (file: string, text: string): void => {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
};

/**
 * Writes what is held about one person, for them: every case with its steps, in the clear what is theirs, withheld what is about others, as
 * JSON and as a page to read or print; mode 0600. That and why it was given is recorded in each case first. Parts that were erased are not in
 * it. Throws `ConfigurationError` where a file exists, `Refused('NoSuchCase')` where there is nobody, `Refused('Erased')` where nothing is left.
 */
export const exportPerson = async (options: PersonExportOptions): Promise<PersonExported> => {
  const { out, clock, office, demo, purpose, part } = options;
  const files = [`${out}.json`, `${out}.html`] as const;
  const taken = files.find((file) => existsSync(file));
  if (taken)
    throw new ConfigurationError(
      `${taken} 已存在:请另选名称。 ${taken} exists: choose another name; nothing was written.`,
    );
  const found = (await foundCases(options)).filter(({ held }) => held.includes(part));
  if (found.length === 0) throw new Refused('Erased');
  const cases: PersonHeld[] = [];
  for (const one of found) cases.push(await heldIn(options, one));
  const madeAt = new Date(clock()).toISOString();
  const content: PersonExport = { office: office.office.name, demo, madeAt, purpose, part, cases };
  writePrivate(files[0], `${JSON.stringify(content, null, 2)}\n`);
  writePrivate(files[1], personPage(content, office));
  return { files, cases: found.map(({ number }) => number) };
};
