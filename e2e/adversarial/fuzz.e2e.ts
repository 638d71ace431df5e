import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sqliteEventStore } from '@sunlit/event-store/sqlite';
import fc from 'fast-check';
import { getDirectiveValues, getNamedType, isInputObjectType, type GraphQLField } from 'graphql';
import type { Data } from '../harness/graphql.js';
import { STARTING } from '../harness/office.js';
import { sunlit } from '../harness/program.js';
import { TRIED } from './access.mutations.js';
import { viewersOf, type Viewer } from './access.people.js';
import { SCENES, type Hands, type Made } from './access.scenes.js';
import { attacked, sdl, type Attacked } from './attacked.js';
import { inputOf, type Known } from './fuzz.inputs.js';
import { handsOf } from './hands.js';

/** Inputs a mutation; SUNLIT_FUZZ=500 npm run jest -- e2e/adversarial/fuzz for a long look, SUNLIT_FUZZ_SEED for another one. */
const RUNS = Number(process.env['SUNLIT_FUZZ'] ?? 12);
const SEED = Number(process.env['SUNLIT_FUZZ_SEED'] ?? 20211231);
/** Each success makes a password, which is dear on purpose. */
const DEAR: readonly string[] = ['createAccount', 'setPassword'];

const schema = sdl();
const mutations: GraphQLField<unknown, unknown>[] = Object.values(schema.getMutationType()!.getFields()).filter(
  ({ args }) => args.some(({ name }) => name === 'input'),
);

const OFFICE = `{ office { units { code } sources { code } media { code } kinds { code } categories { code } declineGrounds { code }
  returnGrounds { code } suspensionGrounds { code } setAsideGrounds { code } dissatisfactionReasons { code } servicePoints { code }
  districts { code } businessFields { code } platforms { platform kinds { word } returnGrounds { code } } } }`;

/** Whether an answer shows a fault of the program, or its inside. */
const isBroken = (body: Data): boolean =>
  (body.errors ?? []).some(({ extensions }: Data) => /^INTERNAL/.test(extensions?.code)) ||
  /\.[mc]?[jt]s:\d+:\d+/.test(JSON.stringify(body));

describe('whatever is sent as an input', () => {
  let office: Attacked;
  let hands: Hands;
  let viewers: readonly Viewer[];
  let codes: Known;
  /** Ids of commands by what their senders were told. */
  const told = { refused: new Set<string>(), done: new Map<string, readonly string[]>() };

  beforeAll(async () => {
    office = await attacked({ SUNLIT_TRUST_PROXY: 'loopback' });
    viewers = await viewersOf(office);
    hands = await handsOf(office, schema);
    const { office: profile } = await office.people.operator.ask(OFFICE);
    const of = (name: string): string[] => profile[name].map(({ code }: { code: string }) => code);
    const grounds = ['declineGrounds', 'returnGrounds', 'suspensionGrounds', 'setAsideGrounds'].flatMap(of);
    codes = {
      ...{
        unit: of('units'),
        to: of('units'),
        receivedBy: of('units'),
        source: of('sources'),
        medium: of('media'),
        how: of('media'),
      },
      ...{
        kind: [...of('kinds'), '投诉', '咨询'],
        category: of('categories'),
        servicePoint: of('servicePoints'),
        ground: grounds,
      },
      ...{ reason: [...of('dissatisfactionReasons'), '说明'], district: of('districts'), field: of('businessFields') },
      ...{
        flag: ['harassing', 'needs-care', 'needs-interpreter'],
        platform: ['12345', '12328'],
        account: ['fuzzed-1', 'fuzzed-2'],
      },
    };
  }, STARTING);
  afterAll(() => office.close());

  const allowedOf = (field: GraphQLField<unknown, unknown>): readonly string[] =>
    (getDirectiveValues(schema.getDirective('allow')!, field.astNode!) as { roles: readonly string[] }).roles;

  const noted = (commandId: string, done: Data): void => {
    if (done?.__typename === 'CommandDone') told.done.set(commandId, done.events);
    else if (!done || done.__typename === 'Refusal') told.refused.add(commandId);
  };

  /** The answer; what must hold of any. */
  const sent = async (
    field: GraphQLField<unknown, unknown>,
    viewer: Viewer,
    input: object,
    commandId?: string,
  ): Promise<Data> => {
    const query = `mutation ($input: ${field.args[0]!.type}) {
      done: ${field.name}(input: $input) { __typename ... on Refusal { code textZh textEn field } ... on CommandDone { events } }
    }`;
    const variables = { input: { ...input, ...(commandId && { commandId }) } };
    const { status, body } = await viewer.client.raw({ query, variables });
    if (status >= 500 || isBroken(body))
      throw new Error(`${field.name} as ${viewer.name} gave ${status}: ${JSON.stringify(body).slice(0, 500)}`);
    if (commandId) noted(commandId, body.data?.done);
    return body;
  };

  it.each(mutations.map((field) => [field.name, field] as const))(
    'is answered in good order: %s',
    async (name, field) => {
      const type = getNamedType(field.args[0]!.type);
      if (!isInputObjectType(type)) throw new Error(`${name} has no input.`);
      const [scene, valid] = TRIED[name] ?? (['signed', ({ case: id }: Made) => ({ case: id })] as const);
      const made = [
        await SCENES[scene](hands),
        await SCENES.signed(hands),
        await SCENES.consultation(hands),
        await SCENES[scene](hands),
      ];
      const ids = (key: string): string[] => made.flatMap((one) => (one as Made)[key] ?? []);
      const known: Known = {
        ...codes,
        ...{
          case: ids('case').filter(Boolean),
          knowledge: ids('knowledge'),
          contact: ids('contact'),
          question: ids('question'),
        },
        ...{ duplicate: ids('case'), follower: ids('case'), answered: [...ids('answered'), ...ids('case')] },
      };
      const may = viewers.filter(({ role }) => allowedOf(field).includes(role));
      const mayNot = viewers.filter(({ role }) => !allowedOf(field).includes(role));
      const input = fc
        .tuple(inputOf(type, known), fc.subarray(Object.keys(valid(made[0]!))), fc.nat(1))
        .map(([fuzzed, kept, which]) => {
          const right = valid(made[which * 3]!) as Record<string, unknown>;
          return { ...fuzzed, ...Object.fromEntries(kept.map((key) => [key, right[key]])) };
        });
      await fc.assert(
        fc.asyncProperty(input, fc.nat(), async (one, at) => {
          const stranger = mayNot[at % Math.max(1, mayNot.length)];
          if (stranger) {
            const { data } = await sent(field, stranger, one, randomUUID());
            if (data?.done && !['NotAllowed', 'NotSignedIn'].includes(data.done.code))
              throw new Error(`${name} answered ${stranger.name} with ${JSON.stringify(data.done)}`);
          }
          // Half of them under an id that can be looked for in the log, the others under whatever was made up.
          await sent(field, may[at % may.length]!, one, at % 2 === 0 ? randomUUID() : undefined);
        }),
        { seed: SEED, numRuns: DEAR.includes(name) ? Math.min(RUNS, 5) : RUNS, endOnFailure: true },
      );
    },
  );

  it('leaves the office at work, with nothing in its log of errors', async () => {
    expect((await office.people.operator.raw({ query: '{ deskCounts { byQueue { count } } }' })).status).toBe(200);
    expect(office.written().match(/^.*unexpected error.*$/gm) ?? []).toEqual([]);
  });

  it(
    'is in the log once where it was done, and nowhere where it was refused; the doctor finds nothing',
    async () => {
      expect(await office.stop()).toBe(0);
      const store = sqliteEventStore({ file: join(office.data, 'events.sqlite'), readOnly: true });
      const found = new Map<string, string[]>();
      const end = new AbortController();
      for await (const { events, caughtUp } of store.subscribe({ after: 0, signal: end.signal })) {
        for (const { meta, type } of events) found.set(meta.commandId, [...(found.get(meta.commandId) ?? []), type]);
        if (caughtUp) break;
      }
      end.abort();
      await store.close();
      expect([...told.refused].filter((id) => found.has(id) && !told.done.has(id))).toEqual([]);
      expect(told.done.size).toBeGreaterThan(mutations.length / 4);
      for (const [id, events] of told.done) expect([id, found.get(id) ?? []]).toEqual([id, events]);
      const { code, out, err } = await sunlit('doctor', '--data', office.data);
      expect([code, code === 0 ? '' : out + err]).toEqual([0, '']);
    },
    STARTING,
  );
});
