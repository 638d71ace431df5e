import type { Command } from 'commander';
import { ConfigurationError, EVERY_SERVICE, openKeyStore, systemClock } from '@sunlit/platform';
import { readRegister, writeRegister } from '@sunlit/privacy';
import { settingsOf, type Settings } from './connection.js';
import type { Terminal } from './terminal.js';

/** The program's version, as its backups state it. */
const PROGRAM = 'sunlit 0.1.0';

interface BackupFlags {
  readonly keys?: string;
  readonly together: boolean;
  readonly registerOnly?: string;
}

const registerOnly = async ({ configuration, json }: Settings, at: Terminal, file: string): Promise<void> => {
  const keys = await openKeyStore({ configuration, service: EVERY_SERVICE, roles: [] });
  try {
    const erasures = await writeRegister(file, keys.register());
    at.out(
      json
        ? `${JSON.stringify({ register: file, erasures })}\n`
        : `${file}:${erasures} 项删除(只有密钥编号)。 ${erasures} erasures, as key ids only.\n`,
    );
  } finally {
    await keys.close();
  }
};

const make = (command: Command, at: Terminal) => async (folder: string | undefined, flags: BackupFlags) => {
  const settings = settingsOf(command);
  if (flags.registerOnly !== undefined) return registerOnly(settings, at, flags.registerOnly);
  if (folder === undefined)
    throw new ConfigurationError(
      '请给出备份目录,或 --register-only。 Name the folder to back up to, or --register-only.',
    );
  const { backup, faultsText } = await import('../backup/index.js');
  const made = await backup({
    configuration: settings.configuration,
    to: folder,
    ...(flags.keys !== undefined && { keysFile: flags.keys }),
    together: flags.together,
    program: PROGRAM,
    clock: systemClock,
    onProgress: (position) => at.progress(`核对日志 checking the log ${position}`),
  });
  at.progressDone();
  if (made.faults.length > 0) at.fail();
  if (settings.json) return at.out(`${JSON.stringify(made)}\n`);
  if (made.faults.length > 0) at.err(`${faultsText(made.faults)}\n`);
  at.out(
    `已备份 ${made.events} 个事件(至位置 ${made.position})到 ${made.folder},密钥在 ${made.keysFile}。请把两者分开保存;主密钥不在其中,请另行保管。\n` +
      `Backed up ${made.events} events (up to position ${made.position}) to ${made.folder}, the keys to ${made.keysFile}. ` +
      'Keep the two apart; the master key is in neither: keep it apart as well.\n',
  );
};

interface RestoreFlags {
  readonly keys?: string;
  readonly masterKey?: string;
  readonly register?: string;
  readonly newerRegister: boolean;
  readonly evenUnsound: boolean;
}

/** The register to apply; null where it was said that there is none. */
const registerIn = ({ register, newerRegister }: RestoreFlags): string | null => {
  if ((register === undefined) === newerRegister)
    throw new ConfigurationError(
      '请用 --register 指定最新的删除登记(原数据目录还在时:sunlit backup --register-only 文件),否则备份之后删除的人会重新出现;确实没有更新的登记时,请写 --no-newer-register。 ' +
        'Name the newest register of erasures with --register FILE (where the old data folder is still there: sunlit backup --register-only FILE), or persons ' +
        'erased since the backup would be back; if there surely is none, say --no-newer-register.',
    );
  return register ?? null;
};

/** What is still to be done for those the older log does not know to be erased; nothing where it knows them all. */
const againText = (unrecorded: readonly { readonly number: string }[]): string =>
  unrecorded.length === 0
    ? ''
    : `日志早于以下事项的删除;启动后请逐件再次运行 sunlit erase,使其记录在案。 The log is older than these erasures; once it serves, run "sunlit erase" for each again, so that it says so:\n` +
      unrecorded.map(({ number }) => `  ${number}\n`).join('');

const bringBack = (command: Command, at: Terminal) => async (folder: string, flags: RestoreFlags) => {
  const settings = settingsOf(command);
  const register = registerIn(flags);
  if (register !== null) readRegister(register);
  const { restore } = await import('../backup/index.js');
  const restored = await restore({
    from: folder,
    ...(flags.keys !== undefined && { keysFile: flags.keys }),
    ...(flags.masterKey !== undefined && { masterKeyFile: flags.masterKey }),
    register,
    evenUnsound: flags.evenUnsound,
    configuration: settings.configuration,
    onProgress: (position) => at.progress(`核对日志 checking the log ${position}`),
  });
  at.progressDone();
  if (settings.json) return at.out(`${JSON.stringify(restored)}\n`);
  const { events, position, destroyed, madeAt, folder: data, unrecorded } = restored;
  at.out(
    `已恢复 ${events} 个事件(至位置 ${position},备份于 ${madeAt})到 ${data};另按删除登记销毁了 ${destroyed} 个密钥。当时的单位配置在 ${data}/office.yaml。请启动服务,然后运行 sunlit doctor。\n` +
      `Restored ${events} events (up to position ${position}, backed up ${madeAt}) to ${data}; ${destroyed} keys that the register names were destroyed. ` +
      `The office profile of then is ${data}/office.yaml. Start the server, then let "sunlit doctor" compare everything.\n` +
      againText(unrecorded),
  );
};

/** Copies that outlive a disk, and what makes them forget whom they must forget. */
export const backupCommands = (program: Command, at: Terminal): void => {
  const copy = program
    .command('backup [folder]')
    .description('备份 copy log, profile and register to a new folder, the keys to a file apart, also while it serves')
    .option('--keys <file>', 'the file for the keys (default: <folder>.keys.sqlite, beside it)')
    .option('--together', 'let the keys lie in the folder of the log', false)
    .option(
      '--register-only <file>',
      'write the register of erasures (key ids only) and nothing else; of any key store',
    );
  copy.action(make(copy, at));
  const back = program
    .command('restore <folder>')
    .description('恢复 fill an empty data folder (--data) from a backup; who was erased since stays erased')
    .option('--keys <file>', 'the keys of the backup (default: beside its folder)')
    .option('--master-key <file>', 'the master key of then; it becomes the folder’s (default: SUNLIT_MASTER_KEY_FILE)')
    .option('--register <file>', 'the newest register of erasures: everything it names is destroyed first')
    .option('--even-unsound', 'restore a log that is not sound as it is', false)
    .option('--no-newer-register', 'there is no newer register than the one in the backup');
  back.action(bringBack(back, at));
};
