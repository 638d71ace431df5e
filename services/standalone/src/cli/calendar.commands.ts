import type { Command } from 'commander';
import { chinaCalendar, dueDate, explainDue, type DeadlineRule } from '@sunlit/calendar';
import { ConfigurationError, officeOf, type Office } from '@sunlit/platform';
import { settingsOf } from './connection.js';
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

const due = (command: Command, at: Terminal) => (options: DueOptions) => {
  const settings = settingsOf(command);
  if ((options.workingDays === undefined) === (options.policy === undefined)) {
    throw new ConfigurationError(
      '请给出 --working-days 或 --policy 之一。 Give --working-days or --policy, one of them.',
    );
  }
  const rule = options.policy ? named(officeOf(settings.configuration), options.policy) : asked(options.workingDays!);
  const answer = dueDate(chinaCalendar, rule, options.received);
  if (settings.json) return at.out(`${JSON.stringify(answer)}\n`);
  at.out(`${answer.on}${answer.provisional ? '(暂定 provisional)' : ''}\n`);
  for (const lang of ['zh', 'en'] as const) at.out(`${explainDue(answer, lang).join('\n')}\n`);
};

/** Commands on the calendar: no data is needed. */
export const calendarCommands = (program: Command, at: Terminal): void => {
  const command = program
    .command('due')
    .description('推算期限 the due date and the ledger that explains it')
    .requiredOption('--received <day>', 'the day of receipt, 2021-09-13')
    .option('--working-days <n>', 'how many working days; the day after receipt is the first')
    .option('--policy <name>', 'a deadline rule of the office profile instead');
  command.action(due(command, at));
};
