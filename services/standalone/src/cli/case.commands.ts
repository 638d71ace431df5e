import type { Command } from 'commander';
import { categoryOf, Refused, timeOrderedId, type Rpc } from '@sunlit/kernel';
import { systemClock } from '@sunlit/platform';
import { connectToWrite, settingsOf, using } from './connection.js';
import type { Terminal } from './terminal.js';

const SERVICES: Readonly<Record<string, string>> = { consultation: 'consultations', complaint: 'complaints' };

/** The stream of a case given by its stream or its number. */
const streamOf = async (rpc: Rpc, given: string): Promise<string> => {
  if (SERVICES[categoryOf(given)]) return given;
  for (const service of Object.values(SERVICES)) {
    const { stream } = await rpc.call(service, 'byNumber', { number: given });
    if (typeof stream === 'string') return stream;
  }
  throw new Refused('NoSuchCase');
};

const erase =
  (command: Command, at: Terminal) =>
  async (given: string, { part }: { part: string }) => {
    const settings = settingsOf(command);
    await using(await connectToWrite(settings), async ({ rpc, caughtUp }) => {
      const stream = await streamOf(rpc, given);
      const by = { account: 'command-line', role: 'administrator' };
      const commandId = timeOrderedId(systemClock());
      const payload = { stream, type: 'ErasePersonalData', data: { part }, commandId, by };
      const { events } = await rpc.call(SERVICES[categoryOf(stream)]!, 'command', payload);
      await caughtUp();
      const done = (events as string[]).length > 0;
      if (settings.json) return at.out(`${JSON.stringify({ stream, part, erased: done })}\n`);
      at.out(
        done ? `${given} 的个人信息已删除。 The personal data was erased.\n` : '此前已删除。 It was erased before.\n',
      );
    });
  };

/** Commands on one case. */
export const caseCommands = (program: Command, at: Terminal): void => {
  const command = program
    .command('erase <case>')
    .description('删除个人信息 erase the personal data of a case (its number or id), for good')
    .option('--part <part>', 'caller, subject or all', 'all');
  command.action(erase(command, at));
};
