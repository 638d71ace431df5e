import { eventually } from '../harness/eventually.js';
import { compositionIn, startCli, startSystem, type Composition, type System } from '../harness/distributed.js';
import { signIn } from '../harness/graphql.js';
import { aComplaint, done, handleToAnswer } from '../harness/matters.js';
import { PASSWORD, peopleOf, STARTING, type People } from '../harness/office.js';
import { ended, gathered } from '../harness/processes.js';
import { aFolder } from '../harness/program.js';

const ASK = `{ statistics(figures: ["hotline.accepted.v1"], from: "2021-01-01", to: "2099-12-31") { rows { figure { value } } } }`;

// Partitions are never changed: more of them is a new version of the topics, which the relays fill from the log.
describe('more partitions', () => {
  const folder = aFolder();
  let composition: Composition;
  let system: System;
  beforeAll(async () => (composition = await compositionIn(folder.path)), STARTING);
  afterAll(async () => {
    await system.kill();
    await composition.store.stop();
    await folder.remove();
  });

  const accepted = async ({ analyst }: Pick<People, 'analyst'>, value: number) =>
    eventually(async () => ((await analyst.ask(ASK)).statistics.rows[0]?.figure.value === value ? true : null));

  it(
    'come by new topics: no figure changes, and what was begun before goes on',
    async () => {
      system = await startSystem(composition);
      const people = await peopleOf(system.url, system.password!);
      const { case: begun } = await done(people.operator.command('registerComplaint', aComplaint()));
      await done(people.operator.command('registerComplaint', aComplaint()));
      await accepted(people, 2);
      await system.stop();

      const more = { SUNLIT_TOPIC_VERSION: '2', SUNLIT_TOPIC_PARTITIONS: '5' };
      system = await startSystem(composition, more);
      const as = async (account: string) => signIn(system.url, account, PASSWORD);
      const again = {
        operator: await as('operator'),
        handler: await as('handler'),
        reviewer: await as('reviewer'),
        analyst: await as('analyst'),
      } as unknown as People;
      await handleToAnswer(again, begun);
      await done(again.operator.command('registerComplaint', aComplaint()));
      await accepted(again, 3);
      const examining = startCli({ ...composition, env: { ...composition.env, ...more } }, ['doctor', '--json']);
      const text = gathered(examining);
      expect(await ended(examining)).toBe(0);
      expect(JSON.parse(text.out)).toMatchObject({ ok: true, findings: [], asOf: expect.any(String) });
    },
    STARTING,
  );
});
