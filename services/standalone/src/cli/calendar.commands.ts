import type { Command } from 'commander';
import {
  chinaCalendar,
  clockTime,
  dueFrom,
  explainDue,
  instantAt,
  isDay,
  minuteOf,
  minutesOfDay,
  type DeadlineRule,
} from '@sunlit/calendar';
import type { JsonObject } from '@sunlit/kernel';
import { ConfigurationError, loadHolidayFile, officeOf, type Office } from '@sunlit/platform';
import { connectToWrite, settingsOf, using, type Connection, type Settings } from './connection.js';
import type { Terminal } from './terminal.js';

const asked = (days: string): DeadlineRule => {
  const workingDays = Number(days);
  if (!/^\d{1,3}$/.test(days)) {
    throw new ConfigurationError(`--working-days "${days}":应为 0 至 999 的整数 must be a whole number from 0 to 999.`);
  }
  return {
    id: 'asked',
    version: 1,
    workingDays,
    warnWorkingDaysBefore: 0,
    superviseAfterWorkingDays: 5,
    source: 'sunlit due',
  };
};

const named = (office: Office, name: string): DeadlineRule => {
  const rule = office.deadlines.find(({ id }) => id === name);
  if (rule) return rule;
  const known = office.deadlines.map(({ id }) => id).join(', ');
  throw new ConfigurationError(`--policy "${name}":没有这条时限规则 there is no such rule; there are: ${known}.`);
};

interface DueOptions {
  readonly received: string;
  readonly workingDays?: string;
  readonly policy?: string;
}

/** `2021-04-12T16:30` on the office's clock. */
const instantOf = (text: string, timeZone: string): string => {
  const [day = '', clock = ''] = text.split('T');
  if (isDay(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return instantAt(day, minutesOfDay(clock), timeZone);
  throw new ConfigurationError(
    `--received "${text}":应写成 2021-04-12 或 2021-04-12T16:30 must be a day, or a day and a time of it.`,
  );
};

const due = (command: Command, terminal: Terminal) => (options: DueOptions) => {
  const settings = settingsOf(command);
  if ((options.workingDays === undefined) === (options.policy === undefined)) {
    throw new ConfigurationError(
      '请给出 --working-days 或 --policy 之一。 Give --working-days or --policy, one of them.',
    );
  }
  const office = officeOf(settings.configuration);
  const rule = options.policy ? named(office, options.policy) : asked(options.workingDays!);
  const { timeZone, hours } = office.office;
  const { received } = options;
  const dayOnly = isDay(received);
  const at = dayOnly ? instantAt(received, 0, timeZone) : instantOf(received, timeZone);
  const answer = dueFrom({ calendar: chinaCalendar, timeZone, hours }, rule, { at, dayOnly, what: 'receipt' });
  if (settings.json) return terminal.out(`${JSON.stringify(answer)}\n`);
  const clock = answer.at === undefined ? '' : ` ${clockTime(minuteOf(answer.at, timeZone))}`;
  terminal.out(`${answer.on}${clock}${answer.provisional ? '(暂定 provisional)' : ''}\n`);
  for (const lang of ['zh', 'en'] as const) terminal.out(`${explainDue(answer, lang).join('\n')}\n`);
};

/** Whoever has a log of its own is told by itself; where they share one, the others find it there. */
const TOLD = ['consultations', 'complaints', 'statistics'] as const;

/** Sets provisional dates anew now, where the worker can be asked to; elsewhere it does so within a minute. */
const setAnew = async ({ configuration }: Settings, { rpc, caughtUp }: Connection): Promise<boolean> => {
  if (configuration.distribution.rpc) return false;
  await caughtUp();
  await rpc.call('worker', 'timers', {}, { deadline: 600_000 });
  await caughtUp();
  return true;
};

const add = (command: Command, at: Terminal) => async (path: string) => {
  const settings = settingsOf(command);
  const table = loadHolidayFile(path);
  await using(await connectToWrite(settings), async (connection) => {
    const answers: JsonObject[] = [];
    for (const service of TOLD)
      answers.push(await connection.rpc.call(service, 'addHolidayTable', table as unknown as JsonObject));
    const added = answers.some(({ outcome }) => outcome === 'added');
    const calendar = answers[0]!['calendar'] as string;
    const done = added ? await setAnew(settings, connection) : true;
    const outcome = added ? 'added' : 'known';
    if (settings.json) return at.out(`${JSON.stringify({ year: table.year, outcome, calendar })}\n`);
    at.out(
      added
        ? `已加入 ${table.year} 年放假安排,日历为 ${calendar}。 The holidays of ${table.year} were added; the calendar is ${calendar}.\n`
        : `${table.year} 年放假安排已有且一致,未作改动。 The holidays of ${table.year} are there already and agree: nothing changed.\n`,
    );
    at.out(
      done
        ? '暂定的期限已重新确定。 Provisional dates were set anew.\n'
        : '暂定的期限将在一分钟内重新确定。 Provisional dates are set anew within a minute.\n',
    );
  });
};

/** Commands on the calendar. */
export const calendarCommands = (program: Command, at: Terminal): void => {
  const command = program
    .command('due')
    .description('推算期限 the due date and the ledger that explains it')
    .requiredOption('--received <when>', 'the day of receipt, 2021-09-13, or with its time, 2021-09-13T16:30')
    .option('--working-days <n>', 'how many working days; the day after receipt is the first')
    .option('--policy <name>', 'a deadline rule of the office profile instead');
  command.action(due(command, at));
  const calendar = program.command('calendar').description('工作日历 the calendar of working days');
  const adding = calendar
    .command('add <file>')
    .description('加入一年的放假安排 add the published holidays of a year; provisional dates are set anew');
  adding.action(add(adding, at));
};
