import type { Command } from 'commander';
import { EVERY_SERVICE, openKeyStore } from '@sunlit/platform';
import { rotationText } from '@sunlit/privacy';
import { settingsOf } from './connection.js';
import type { Terminal } from './terminal.js';

const move = (command: Command, at: Terminal) => async (folder: string) => {
  const settings = settingsOf(command);
  const { move: run } = await import('../move/move.js');
  const moved = await run({
    folder,
    target: settings.configuration,
    onKeys: (keys) => at.progress(`密钥 keys ${keys}`),
    onEvents: ({ events, position, head }) => at.progress(`事件 events ${events} (${position} / ${head})`),
  });
  at.progressDone();
  if (settings.json) return at.out(`${JSON.stringify(moved)}\n`);
  at.out(
    `已迁移 ${moved.events} 个事件、${moved.keys} 个密钥。请启动各服务,然后运行 sunlit doctor 核对。\n` +
      `Moved ${moved.events} events and ${moved.keys} keys. Start the services, then let "sunlit doctor" compare everything.\n`,
  );
};

const rotate = (command: Command, at: Terminal) => async () => {
  const { configuration, json } = settingsOf(command);
  const keys = await openKeyStore({ configuration, service: EVERY_SERVICE, roles: [] });
  try {
    const done = await keys.rotate(({ seen, rewrapped }) => at.progress(`密钥 keys ${seen}, ${rewrapped} …`));
    at.progressDone();
    at.out(json ? `${JSON.stringify(done)}\n` : `${rotationText(done)}\n`);
  } finally {
    await keys.close();
  }
};

/** Commands on the stores as a whole. */
export const storeCommands = (program: Command, at: Terminal): void => {
  const grow = program
    .command('move <folder>')
    .description(
      '迁移 copy the log and keys of a one-process data folder to the empty KurrentDB and MongoDB of the settings',
    );
  grow.action(move(grow, at));
  const turn = program
    .command('rotate-master-key')
    .description(
      '轮换主密钥 wrap every key anew under SUNLIT_MASTER_KEY_FILE; SUNLIT_PREVIOUS_MASTER_KEY_FILE is the one before',
    );
  turn.action(rotate(turn, at));
};
