import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import type { Part } from '@sunlit/contracts';
import { ConfigurationError, systemClock } from '@sunlit/platform';
import { eraseCase, type Erasing } from '../person/erase-cases.js';
import { casesOfPhone, partsOf, theCaseNamed, type FoundCase } from '../person/find-person.js';
import { connectToWrite, settingsOf, using, type Connection } from './connection.js';
import type { Terminal } from './terminal.js';

interface Flags {
  readonly phone?: string;
  readonly part?: string;
  readonly yes: boolean;
}

const partIn = (part: string): Part | 'all' => {
  if (part === 'caller' || part === 'subject' || part === 'all') return part;
  throw new ConfigurationError(`--part "${part}":应为 caller、subject 或 all。 It must be caller, subject or all.`);
};

const told = ({ number, erased, restrictedUntil }: Erasing): string => {
  if (erased) return `${number} 的个人信息已删除。 The personal data was erased.`;
  if (restrictedUntil === undefined) return `${number} 此前已删除。 It was erased before.`;
  return (
    `${number} 法定保存期未满,已封存,${restrictedUntil} 之后自动删除。 ` +
    `Its retention period runs: it is restricted until ${restrictedUntil}, and erased by itself after that day.`
  );
};

const eraseOne = async ({ rpc, caughtUp }: Connection, given: string, part: Part | 'all'): Promise<Erasing> => {
  const done = await eraseCase(rpc, systemClock, await theCaseNamed(rpc, given), part);
  await caughtUp();
  return done;
};

const caseLine = ({ number, kind, registeredAt, held, erasedAfter }: FoundCase): string => {
  const restricted = erasedAfter === undefined ? '' : `  已封存至 restricted until ${erasedAfter}`;
  return `  ${number}  ${registeredAt.slice(0, 10)}  ${kind}  ${held.join(', ') || '已删除 erased'}${restricted}\n`;
};

const listed = (found: readonly FoundCase[]): string =>
  found.map(caseLine).join('') || '没有找到这个号码的事项。 No case of this number.\n';

/** Whether a person at the terminal agrees; where none is there, nobody does. */
const agreed = async (): Promise<boolean> => {
  if (!process.stdin.isTTY) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|是)$/i.test(
      (await lines.question('删除以上个人信息?不可恢复。 Erase these, for good? [y/N] ')).trim(),
    );
  } finally {
    lines.close();
  }
};

interface OfPhone {
  readonly connection: Connection;
  readonly at: Terminal;
  readonly json: boolean;
  readonly part: Part | 'all';
  readonly yes: boolean;
}

const eraseEach = async (due: readonly FoundCase[], { connection, at, part }: OfPhone): Promise<readonly Erasing[]> => {
  const done: Erasing[] = [];
  for (const one of due) {
    done.push(await eraseCase(connection.rpc, systemClock, one, part));
    at.progress(`${done.length} / ${due.length}`);
  }
  await connection.caughtUp();
  at.progressDone();
  return done;
};

const eraseCaller = async (phone: string, asked: OfPhone): Promise<void> => {
  const { connection, at, json, part, yes } = asked;
  // Who is found is what the look-ups know.
  await connection.caughtUp();
  const found = await casesOfPhone(connection.rpc, phone);
  const due = found.filter(({ held }) => partsOf(part).some((one) => held.includes(one)));
  if (!json) at.out(listed(found));
  const goes = due.length === 0 || yes || (!json && (await agreed()));
  const done = goes ? await eraseEach(due, asked) : [];
  if (json) at.out(`${JSON.stringify({ found, erased: done })}\n`);
  else done.forEach((one) => at.out(`${told(one)}\n`));
  if (goes) return;
  at.err('没有删除任何内容;确认删除请加 --yes。 Nothing was erased; to erase what is listed add --yes.\n');
  at.fail();
};

const erase = (command: Command, at: Terminal) => async (given: string | undefined, flags: Flags) => {
  const { phone, yes } = flags;
  const settings = settingsOf(command);
  if ((given === undefined) === (phone === undefined))
    throw new ConfigurationError('请给出事项编号或 --phone 之一。 Give a case, or --phone: one of them.');
  // Whom a matter is about is somebody else than who called, unless it is said to be meant.
  const part = partIn(flags.part ?? (given === undefined ? 'caller' : 'all'));
  await using(await connectToWrite(settings), async (connection) => {
    const { json } = settings;
    if (given === undefined) return eraseCaller(phone!, { connection, at, json, part, yes });
    const done = await eraseOne(connection, given, part);
    at.out(json ? `${JSON.stringify(done)}\n` : `${told(done)}\n`);
  });
};

/** Commands on the personal data of cases. */
export const caseCommands = (program: Command, at: Terminal): void => {
  const command = program
    .command('erase [case]')
    .description(
      '删除个人信息 erase the personal data of a case (its number or id), or of a caller everywhere, for good',
    )
    .option('--phone <number>', 'every case of this caller in both services: lists them first, then asks')
    .option('--part <part>', 'caller, subject or all (default: all; with --phone: caller)')
    .option('--yes', 'do not ask', false);
  command.action(erase(command, at));
};
