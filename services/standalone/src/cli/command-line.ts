import { Command, CommanderError } from 'commander';
import { backupCommands } from './backup.commands.js';
import { calendarCommands } from './calendar.commands.js';
import { caseCommands } from './case.commands.js';
import { exportCommands } from './export.commands.js';
import { figureCommands } from './figure.commands.js';
import { logCommands } from './log.commands.js';
import { serveCommands } from './serve.commands.js';
import { sheetCommands } from './sheet.commands.js';
import { storeCommands } from './store.commands.js';
import { whatIfCommands } from './whatif.commands.js';
import { explain } from './explain.js';
import { terminal, type Terminal } from './terminal.js';

const program = (at: Terminal): Command => {
  const sunlit = new Command('sunlit')
    .description('Sunlit 阳光: the system of record behind a public office’s figures')
    .option('--data <folder>', 'data folder (SUNLIT_DATA)')
    .option('--office <file>', 'office profile (SUNLIT_OFFICE)')
    .option('--json', 'one JSON value on standard output, for programs')
    .showHelpAfterError('(sunlit --help shows every command)')
    .exitOverride()
    .configureOutput({ writeOut: at.out, writeErr: at.err });
  for (const add of [
    serveCommands,
    sheetCommands,
    figureCommands,
    caseCommands,
    logCommands,
    calendarCommands,
    storeCommands,
    backupCommands,
    whatIfCommands,
    exportCommands,
  ])
    add(sunlit, at);
  return sunlit;
};

/** Runs one command of the command line; gives the exit code, 0 only when it was done. */
export const commandLine = async (args: readonly string[]): Promise<number> => {
  const at = terminal();
  try {
    await program(at).parseAsync([...args], { from: 'user' });
    return at.exitCode();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    at.err(`${explain(error)}\n`);
    return 1;
  }
};
