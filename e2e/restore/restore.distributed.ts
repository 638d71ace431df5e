import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import mongoose, { type mongo } from 'mongoose';
import { compositionIn, startCli, startSystem, type Composition, type System } from '../harness/distributed.js';
import { signIn, type Data } from '../harness/graphql.js';
import { storesHolding } from '../harness/holding.js';
import { eventually } from '../harness/eventually.js';
import { aComplaint, done, theCase } from '../harness/matters.js';
import { PASSWORD, peopleOf, STARTING } from '../harness/office.js';
import { ended, gathered } from '../harness/processes.js';
import { aFolder } from '../harness/program.js';

const GONE = { name: '金丝雀甲', phone: '13900009876' };
const STAYS = { name: '黄鹂乙', phone: '13900004321' };

type Rows = ReadonlyMap<string, readonly mongo.Document[]>;

const inKeys = async <T>({ env }: Composition, work: (db: mongo.Db) => Promise<T>): Promise<T> => {
  const connection = await mongoose.createConnection(env['SUNLIT_KEY_STORE']!).asPromise();
  try {
    return await work(connection.getClient().db(connection.name));
  } finally {
    await connection.close();
  }
};

/** What `mongodump` of the keys' database takes. */
const dumped = (composition: Composition): Promise<Rows> =>
  inKeys(composition, async (db) => {
    const names = (await db.listCollections().toArray()).map(({ name }) => name);
    return new Map(
      await Promise.all(names.map(async (name) => [name, await db.collection(name).find().toArray()] as const)),
    );
  });

const loaded = (composition: Composition, rows: Rows): Promise<void> =>
  inKeys(composition, async (db) => {
    for (const [name, documents] of rows)
      if (documents.length > 0) await db.collection(name).insertMany([...documents]);
  });

// An office on separate services that loses all its stores: the procedure of docs/operations.md, step by step.
describe('a restore of separate services', () => {
  const folder = aFolder();
  const [one, two] = [join(folder.path, 'one'), join(folder.path, 'two')];
  const register = join(folder.path, 'erasures');
  const compositions: Composition[] = [];
  let system: System | undefined;

  const run = async (composition: Composition, ...args: string[]): Promise<Data> => {
    const child = startCli(composition, [...args, '--json']);
    const text = gathered(child);
    const code = await ended(child);
    if (!text.out.startsWith('{')) throw new Error(`${args.join(' ')} (${code}): ${text.err}`);
    return { ...(JSON.parse(text.out) as object), code };
  };
  const made = async (data: string): Promise<Composition> => {
    const composition = await compositionIn(data);
    compositions.push(composition);
    return composition;
  };
  afterAll(async () => {
    await system?.kill();
    for (const { store } of compositions) await store.stop();
    await folder.remove();
  });

  it(
    'brings nobody back who was erased since the backup, once the newest register is applied at the start',
    async () => {
      const first = await made(one);
      system = await startSystem(first);
      const { operator } = await peopleOf(system.url, system.password!);
      const gone = await done(operator.command('registerComplaint', aComplaint({ caller: GONE })));
      const stays = await done(operator.command('registerComplaint', aComplaint({ caller: STAYS })));
      await theCase(operator, stays.case, stays.token);

      // The log first, then the keys; the master key apart.
      mkdirSync(two);
      copyFileSync(join(one, 'kurrentdb.jsonl'), join(two, 'kurrentdb.jsonl'));
      const keys = await dumped(first);
      copyFileSync(join(one, 'master.key'), join(two, 'master.key'));

      expect(await run(first, 'erase', '--phone', GONE.phone, '--yes')).toMatchObject({ code: 0 });
      expect(await run(first, 'backup', '--register-only', register)).toMatchObject({ code: 0, erasures: 1 });
      await system.stop();

      const second = await made(two);
      await loaded(second, keys);
      const before = await run(second, 'backup', '--register-only', join(folder.path, 'before'));
      expect(before).toMatchObject({ erasures: 0 });
      system = await startSystem(second, { SUNLIT_ERASURE_REGISTER: register });
      const clerk = await signIn(system.url, 'operator', PASSWORD);
      const seen = (id: string) => eventually(() => theCase(clerk, id).catch(() => null), 200);
      expect(await seen(gone.case)).toMatchObject({
        number: gone.number,
        caller: { state: 'ERASED', name: null, phone: null },
        statement: { state: 'ERASED' },
      });
      expect(await seen(stays.case)).toMatchObject({ number: stays.number, caller: { state: 'OPEN', ...STAYS } });
      const held = await run(second, 'erase', '--phone', GONE.phone);
      expect(held).toMatchObject({ found: [] });
      for (const text of [GONE.name, GONE.phone]) expect(await storesHolding(second, text)).toEqual([]);
      expect(await run(second, 'backup', '--register-only', join(folder.path, 'after'))).toMatchObject({ erasures: 1 });
      expect(await run(second, 'doctor')).toMatchObject({ code: 0, ok: true, findings: [] });
      expect(await system.stop()).toBe(0);
      system = undefined;
    },
    STARTING,
  );
});
