import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@sunlit/kernel';
import { filesHolding } from '../../harness/holding.js';
import { aComplaint } from '../../harness/matters.js';
import { CLI, ended, gathered, startProgram } from '../../harness/processes.js';
import { aLoad, registering } from '../load.js';
import { underLoad } from '../under-load.js';
import { examined, joinedWith } from './examined.js';
import { holds, none, type Fault } from './fault.js';
import { atPlace, openPlace, untilQuiet } from './place.js';

export const CANARY = { name: '金丝雀甲', phone: '13900009876' };
export const reviewer = { account: 'reviewer', role: 'reviewer' };

/** Where a folder holds the canary in plain text. */
export const canaryIn = (folder: string): readonly string[] =>
  Object.values(CANARY).flatMap((text) => filesHolding(folder, text).map((file) => `I12 ${file} holds ${text}`));

/** Runs the command line; throws where it fails. */
export const sunlit = async (...args: readonly string[]): Promise<JsonObject> => {
  const child = startProgram(CLI, [...args, '--json']);
  const text = gathered(child);
  const code = await ended(child);
  if (code !== 0) throw new Error(`sunlit ${args.join(' ')} ended with ${code}: ${text.out}${text.err}`);
  return JSON.parse(text.out) as JsonObject;
};

export const restoring: Fault = {
  title: 'a backup during writes, a person erased after it, restored elsewhere',
  run: ({ small }) =>
    atPlace(async (place) => {
      await place.start();
      const { client, data, folder } = place;
      const at = (name: string): string => join(folder, name);
      const { stream } = await client.done(registering('complaints', aComplaint({ caller: CANARY })));
      for (let load = 0; load < (small ? 1 : 10); load++) await aLoad(client);
      const before = client.lines.length;
      let made: JsonObject = {};
      await underLoad(client, async () => void (made = await sunlit('backup', at('backup'), '--data', data)), 10);
      holds(client.lines.length > before, 'nothing was written during the backup');
      await client.done({
        service: 'complaints',
        type: 'ErasePersonalData',
        by: reviewer,
        data: { part: 'all' },
        stream,
      });
      await examined(place, 'before it is restored');
      await sunlit('backup', '--register-only', at('register'), '--data', data);
      await place.end('SIGTERM');

      const again = await openPlace({}, at('again'));
      try {
        const from = ['restore', at('backup'), '--register', at('register'), '--master-key', join(data, 'master.key')];
        await sunlit(...from, '--data', again.data);
        none(canaryIn(again.data), 'restored');
        await again.start();
        await untilQuiet(again);
        const seen = await again.rpc.call('complaints', 'case', { viewer: reviewer, stream });
        const { caller } = seen['case'] as { caller?: { state?: string } };
        holds(caller?.state === 'erased', `I12 the restored case says ${JSON.stringify(caller)}`);
        none(await joinedWith(client.lines.slice(0, before), again.data), 'restored');
        await examined(again, 'restored');
        await again.end('SIGTERM');
        none([...canaryIn(again.data), ...canaryIn(data), ...(existsSync(at('backup')) ? canaryIn(at('backup')) : [])]);
      } finally {
        await again.close();
      }
      return `${String(made['events'])} events restored, the person erased since stays erased`;
    }),
};
