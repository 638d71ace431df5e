import type { Command } from 'commander';
import { dayOf, growingCalendar, isDay, chinaTables, yearProblems, type Calendar } from '@sunlit/calendar';
import { ConfigurationError, HolidayTableError, loadHolidayFile, loadOffice } from '@sunlit/platform';
import { connectToRead, settingsOf, using } from './connection.js';
import type { Terminal } from './terminal.js';

interface WhatIfFlags {
  readonly policy: string;
  readonly calendar?: string;
  readonly year?: string;
  readonly from?: string;
  readonly to?: string;
  readonly first: string;
}

const dayGiven = (name: string, text: string): string => {
  if (isDay(text)) return text;
  throw new ConfigurationError(`--${name} "${text}":应为日期,如 2021-01-01 must be a day, as 2021-01-01.`);
};

const number = (name: string, text: string, digits: RegExp): number => {
  if (digits.test(text)) return Number(text);
  throw new ConfigurationError(`--${name} "${text}":应为整数 must be a whole number.`);
};

/** The period asked for; without one, last year. */
const periodOf = ({ year, from, to }: WhatIfFlags, today: string): { from: string; to: string } => {
  const days = from !== undefined || to !== undefined;
  if (days && year !== undefined)
    throw new ConfigurationError('--year 与 --from、--to 只能用一种。 Give --year, or --from and --to.');
  if (days) return { from: dayGiven('from', from ?? '1000-01-01'), to: dayGiven('to', to ?? '9999-12-31') };
  const of = number('year', year ?? String(Number(today.slice(0, 4)) - 1), /^[1-9]\d{3}$/);
  return { from: `${of}-01-01`, to: `${of}-12-31` };
};

/** The calendar in use, with a year more where a file gives one. */
const calendarWith = (now: Calendar, path: string | undefined): Calendar => {
  if (path === undefined) return now;
  const table = loadHolidayFile(path);
  const problems = yearProblems(chinaTables, table);
  if (problems.length > 0) throw new HolidayTableError(table.year, problems);
  const calendar = growingCalendar(chinaTables);
  calendar.take([table]);
  return calendar;
};

const compare = (command: Command, at: Terminal) => async (flags: WhatIfFlags) => {
  const settings = settingsOf(command);
  const office = loadOffice(flags.policy);
  const first = number('first', flags.first, /^\d{1,6}$/);
  const { whatIf, differenceText } = await import('../whatif/index.js');
  await using(await connectToRead(settings), async ({ context, definitions, logs }) => {
    const { timeZone } = context.office.office;
    const today = dayOf(new Date(context.clock()).toISOString(), timeZone);
    const difference = await whatIf({
      ...{ logs, definitions, today, first },
      ...periodOf(flags, today),
      now: { office: context.office, calendar: context.calendar },
      other: { office, calendar: calendarWith(context.calendar, flags.calendar) },
      onProgress: (done, of) => at.progress(`正在重放 replaying ${done} / ${of}`),
    });
    at.progressDone();
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    const local = (instant: string): string => format.format(new Date(instant));
    at.out(settings.json ? `${JSON.stringify(difference)}\n` : differenceText(difference, { office, local }));
  });
};

/** Trying another policy on the log, in memory. */
export const whatIfCommands = (program: Command, at: Terminal): void => {
  const command = program
    .command('whatif')
    .description('假设 the log under another policy, as a difference; writes nothing')
    .requiredOption('--policy <file>', 'another office profile; its present deadline rules are tried on the period')
    .option('--calendar <file>', 'with the holidays of a year in this file, as calendar add takes it')
    .option('--year <year>', 'what fell due in this year; without a period: last year')
    .option('--from <day>', 'what fell due from this day')
    .option('--to <day>', 'what fell due up to this day')
    .option('--first <n>', 'list so many matters whose verdict changes', '20');
  command.action(compare(command, at));
};
