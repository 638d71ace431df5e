import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { dayOf, isDay } from '@sunlit/calendar';
import type { Part } from '@sunlit/contracts';
import { ConfigurationError, officeOf, systemClock, type Office } from '@sunlit/platform';
import { connectToWrite, settingsOf, using } from './connection.js';
import type { Terminal } from './terminal.js';

interface Flags {
  readonly person?: string;
  readonly purpose?: string;
  readonly part: string;
  readonly out?: string;
  readonly source?: string;
  readonly since?: string;
}

const partIn = (part: string): Part => {
  if (part === 'caller' || part === 'subject') return part;
  throw new ConfigurationError(`--part "${part}":应为 caller 或 subject。 It must be caller or subject.`);
};

const given = (flags: Flags, name: 'purpose' | 'out'): string => {
  const value = flags[name];
  if (value) return value;
  throw new ConfigurationError(
    `--person 需要 --${name}:向本人提供其个人信息要写明用途(--purpose)和文件名(--out)。 ` +
      `--person needs --${name}: say why it is given (--purpose) and where to write it (--out).`,
  );
};

const person = async (command: Command, at: Terminal, flags: Flags): Promise<void> => {
  const settings = settingsOf(command);
  const [purpose, out, part] = [given(flags, 'purpose'), given(flags, 'out'), partIn(flags.part)];
  const { exportPerson } = await import('../person/export-person.js');
  const office = officeOf(settings.configuration);
  const done = await using(await connectToWrite(settings), async ({ rpc, demo, caughtUp }) => {
    await caughtUp();
    return exportPerson({ rpc, clock: systemClock, office, demo, person: flags.person!, part, purpose, out });
  });
  if (settings.json) return at.out(`${JSON.stringify(done)}\n`);
  at.out(
    `${done.cases.length} 件事项中保存的个人信息写入 ${done.files.join('、')},只有本用户可读;请交给本人后删除。\n` +
      `What is held in ${done.cases.length} cases is in ${done.files.join(' and ')}, readable to you alone; delete them once they are handed over.\n`,
  );
};

const dayIn = (flags: Flags): string => {
  const { since } = flags;
  if (since !== undefined && isDay(since)) return since;
  throw new ConfigurationError(
    `--since "${since ?? ''}":应为日期,如 2021-04-12。 It must be a day, such as 2021-04-12.`,
  );
};

const platformIn = (code: string, office: Office): string => {
  if (office.sources.some((source) => source.code === code && source.platform)) return code;
  throw new ConfigurationError(
    `--source "${code}":单位档案中没有这个平台。 There is no such platform among the sources of the office profile.`,
  );
};

/** A name of its own where none is given; nothing is written over what is there. */
const orders = async (command: Command, at: Terminal, flags: Flags): Promise<void> => {
  const settings = settingsOf(command);
  const office = officeOf(settings.configuration);
  const [source, since] = [platformIn(flags.source!, office), dayIn(flags)];
  const out = flags.out?.replace(/(\.xlsx)?$/i, '.xlsx') ?? `orders-${source}-${since}.xlsx`;
  if (existsSync(out)) throw new ConfigurationError(`${out} 已存在:请另选名称。 ${out} exists: choose another name.`);
  const { exportOrders } = await import('../orders/export-orders.js');
  const today = dayOf(new Date(systemClock()).toISOString(), office.office.timeZone);
  const done = await using(await connectToWrite(settings), async ({ rpc, demo, caughtUp }) => {
    await caughtUp();
    return exportOrders({ rpc, office, demo, source, since, today, out });
  });
  if (settings.json) return at.out(`${JSON.stringify(done)}\n`);
  at.out(
    `${done.numbers.length} 件工单写入 ${done.file},只有本用户可读;报送后请逐件记录报结(reportOrder)。\n` +
      `${done.numbers.length} orders are in ${done.file}, readable to you alone; once sent, record each report (reportOrder).\n`,
  );
};

const run = (command: Command, at: Terminal) => async (flags: Flags) => {
  if (flags.person !== undefined) return person(command, at, flags);
  if (flags.source !== undefined) return orders(command, at, flags);
  throw new ConfigurationError('请说明导出什么:--person 或 --source。 Say what to export: --person or --source.');
};

/** Commands that write what is here into files for others. */
export const exportCommands = (program: Command, at: Terminal): void => {
  const command = program
    .command('export')
    .description('导出 write what is here into files for others')
    .option('--person <phone or case>', 'what is held about one person, for them: <out>.json and <out>.html')
    .option('--purpose <text>', 'why a person is given it; recorded in each case')
    .option('--part <part>', 'as the caller, or as the subject, of the cases', 'caller')
    .option(
      '--source <platform>',
      'orders of a platform (12345, 12328) that are done with, for it: XLSX in its columns',
    )
    .option('--since <day>', 'of those the ones answered or reported on this day or later')
    .option('--out <name>', 'the files to write, without their endings');
  command.action(run(command, at));
};
