import {
  Refused,
  decider,
  derivedId,
  fold,
  policyCommandId,
  type Command,
  type JsonObject,
  type StoredEvent,
} from '@sunlit/kernel';
import fc from 'fast-check';
import { joiningPolicy } from '../beside/joining.policies.js';
import { unregistered, type CaseState } from '../case/case.state.js';
import { casework } from '../case/casework.js';
import type { CaseworkFact } from '../case/casework.events.js';
import { registeredFact, registration, testRules } from '../testing/facts.js';
import { sharingPolicy, tellingId, tellings, type ToldBecause } from './sharing.policy.js';
import { casesOfPerson, toldOf } from './sharing.js';

const AT = '2021-04-12T02:00:00.000Z';
const shared = casework(testRules('complaints'));
const rules = decider<Command, CaseworkFact, CaseState>({
  initial: unregistered,
  decide: shared.decide,
  evolve: {
    ...shared.evolve,
    CaseHandedOver: (now: CaseState, { data }: { data: { to: string } }) => ({
      ...now,
      status: 'handed-over',
      handedOver: { to: data.to, before: 'accepted' },
    }),
  },
} as never);
const joining = joiningPolicy('complaint', []);
const telling = sharingPolicy('complaint', []);

/** One handed over, what it became, and two more complaints. */
const [GIVEN, TAKEN, KEPT, OTHER] = ['consultation', 'complaint', 'complaint', 'complaint'].map(
  (category, n) => `${category}-${derivedId('case', n)}`,
) as [string, string, string, string];
const STREAMS = [GIVEN, TAKEN, KEPT, OTHER];
const READERS = STREAMS.flatMap((stream) => [joining, telling].map((policy) => [stream, policy] as const));

interface Given {
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly role?: string;
  readonly commandId?: string;
}

/** Cases with a reader of its own for each policy and case, each at its own pace, in order, now and then again. */
class Office {
  private sent = 0;

  constructor(
    readonly logs = new Map<string, StoredEvent[]>(STREAMS.map((stream) => [stream, []])),
    readonly read = new Map<string, number>(),
    /** What the service that takes the case over was told, and has not registered yet. */
    private fetched: JsonObject | null = null,
  ) {}

  static opened = (): Office => {
    const office = new Office();
    const { contactable: _, ...origin } = registeredFact('complaint').data;
    for (const stream of [GIVEN, KEPT, OTHER])
      office.append(stream, `registered ${stream}`, [
        { type: 'CaseRegistered', data: { ...origin, contactable: true } },
        { type: 'CaseAccepted', data: {} },
      ]);
    office.append(GIVEN, 'handed over', [{ type: 'CaseHandedOver', data: { to: TAKEN } } as never]);
    return office;
  };

  copy = (): Office =>
    new Office(new Map([...this.logs].map(([stream, log]) => [stream, [...log]])), new Map(this.read), this.fetched);

  state = (stream: string): CaseState => fold(rules, this.logs.get(stream)!);

  append(stream: string, commandId: string, facts: readonly CaseworkFact[]): void {
    const log = this.logs.get(stream)!;
    for (const [index, { type, data }] of facts.entries()) {
      const meta = { commandId, digest: '', by: { account: 'o', role: 'operator' }, recordedAt: AT };
      const whole = { ...meta, correlation: commandId, causation: commandId };
      const id = derivedId(stream, commandId, index);
      log.push({ id, stream, revision: log.length, position: 0, type, data: data as JsonObject, meta: whole });
    }
  }

  handle({ stream, type, data, role = 'system', commandId = `sent ${++this.sent}` }: Given): void {
    if (this.logs.get(stream)!.some(({ meta }) => meta.commandId === commandId)) return;
    const meta = { commandId, by: { account: role, role }, at: AT, recordedAt: AT };
    const decide = rules.decide as unknown as Record<string, (command: object, now: CaseState) => CaseworkFact[]>;
    this.append(stream, commandId, decide[type]!({ type, data, meta }, this.state(stream)));
  }

  /** The service that takes the case over asks for the person; some time later it registers it. */
  fetch(): void {
    const now = this.state(GIVEN);
    this.fetched ??= { shared: toldOf(now), erasedParts: [...now.erased] } as unknown as JsonObject;
  }

  register(): void {
    this.fetch();
    const { erasedParts, ...more } = this.fetched!;
    const origin = { stream: GIVEN, event: 'e', number: 'n' };
    const erased = (erasedParts as string[]).length > 0 ? { erasedParts } : {};
    const data = registration('complaint', { origin, ...more, ...erased }) as unknown as JsonObject;
    this.handle({ stream: TAKEN, type: 'RegisterCase', data, commandId: 'registers' });
  }

  private tell({ stream, event, asks, only }: ToldBecause): void {
    for (const { to, data } of tellings(this.state(stream)).filter((one) => only === undefined || one.to === only))
      this.attempt({ stream: to, type: 'TakeOverPerson', data, commandId: tellingId(event, to, data) });
    if (asks !== undefined) this.tell({ stream: asks, event, only: stream });
  }

  attempt(given: Given): string | null {
    try {
      this.handle(given);
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.code;
      throw error;
    }
  }

  private next(stream: string, policy: typeof joining): StoredEvent | undefined {
    const log = this.logs.get(stream)!;
    const reader = `${policy.name} ${stream}`;
    let at = this.read.get(reader) ?? 0;
    while (at < log.length && !Object.hasOwn(policy.on, log[at]!.type)) at++;
    this.read.set(reader, Math.min(at + 1, log.length));
    return log[at];
  }

  /** One event of a case's log, carried out by one of the policies; false: there is none. */
  step(stream: string, policy: typeof joining): boolean {
    const event = this.next(stream, policy);
    if (!event) return false;
    const follows = policy.on[event.type]!(event, policyCommandId(policy.name, event.id));
    if (follows?.operation === 'tellOfPerson') this.tell(follows.payload as unknown as ToldBecause);
    if (follows?.operation === 'command') this.send(event, follows.payload);
    return true;
  }

  private send(event: StoredEvent, { stream: to, type, data, commandId }: JsonObject): void {
    const given = { stream: String(to), type: String(type), data: data as JsonObject, commandId: String(commandId) };
    const code = this.attempt(given);
    if (code === null) return;
    const back = joining.refused!(event, { code }, derivedId(event.id, 'refused')).payload;
    this.attempt({
      stream: String(back['stream']),
      type: String(back['type']),
      data: back['data'] as JsonObject,
      commandId: String(back['commandId']),
    });
  }

  /** Until nothing follows any more, the readers taking turns as these numbers say. */
  drain(turns: readonly number[]): void {
    this.register();
    for (const turn of turns) this.step(...READERS[turn % READERS.length]!);
    while (READERS.map((one) => this.step(...one)).some(Boolean));
  }

  hold = (duplicate: string) =>
    this.attempt({
      stream: KEPT,
      type: 'HoldDuplicate',
      data: { duplicate },
      role: 'operator',
      commandId: `holds ${duplicate}`,
    });

  size = (): number => [...this.logs.values()].reduce((sum, log) => sum + log.length, 0);

  person = (stream: string) => {
    const { secret, restricted, erased } = this.state(stream);
    return { secret, restricted, erased: [...erased].sort() };
  };
}

const restricting = [
  { ground: '争议' },
  { ground: '争议', until: '2031-06-30' },
  { ground: '留存', until: '2026-06-30', erases: ['caller'] },
  { ground: '留存', until: '2033-06-30', erases: ['subject'] },
];

type Act = (office: Office) => unknown;
const which = fc.constantFrom(...STREAMS);
const command = (type: string, data: fc.Arbitrary<JsonObject>): fc.Arbitrary<Act> =>
  fc
    .record({ stream: which, data })
    .map((given) => (office: Office) => office.attempt({ ...given, type, role: 'operator' }));
const none = fc.constant({});
const ofThePerson: fc.Arbitrary<Act> = fc.oneof(
  command('GiveSecrecy', none),
  command('LiftSecrecy', fc.constant({ reason: '本人同意' })),
  command('RestrictCase', fc.constantFrom<JsonObject>(...restricting)),
  command('LiftRestriction', fc.constant({ reason: '已了' })),
  { weight: 1, arbitrary: command('ErasePersonalData', fc.constantFrom({ part: 'caller' }, { part: 'subject' })) },
);
const inTime: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...READERS).map((one) => (office: Office) => office.step(...one)) },
  // A worker ended before it wrote down how far it was.
  {
    weight: 1,
    arbitrary: fc.constantFrom(...READERS).map(
      ([stream, { name }]) =>
        (office: Office) =>
          office.read.set(`${name} ${stream}`, 0),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Act>(
      (office) => office.fetch(),
      (office) => office.register(),
    ),
  },
);
const joins: fc.Arbitrary<Act> = fc.oneof(
  command(
    'HoldDuplicate',
    which.map((duplicate) => ({ duplicate })),
  ),
  command(
    'ReleaseDuplicate',
    which.map((duplicate) => ({ duplicate, reason: '误并' })),
  ),
);
const turns = fc.array(fc.nat(100), { maxLength: 60 });

/** That cases which know of each other agree on their person, and that everything read once more adds nothing. */
const checkAtRest = (office: Office): void => {
  for (const stream of STREAMS)
    for (const other of casesOfPerson(office.state(stream)))
      expect([stream, office.person(stream)]).toEqual([stream, office.person(other)]);
  const before = office.size();
  office.read.clear();
  office.drain([]);
  expect(office.size()).toBe(before);
};

describe('what belongs to a person, in any order of what is asked and what follows', () => {
  it('ends alike in all cases of the person, whichever reader comes first', () => {
    const acts = fc.array(fc.oneof({ weight: 1, arbitrary: ofThePerson }, { weight: 3, arbitrary: inTime }), {
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(acts, turns, turns, (done, some, others) => {
        const office = Office.opened();
        office.hold(OTHER);
        for (const act of done) act(office);
        office.register();
        office.hold(TAKEN);
        const again = office.copy();
        office.drain(some);
        again.drain(others);
        for (const stream of STREAMS) expect(again.person(stream)).toEqual(office.person(stream));
        for (const stream of STREAMS) expect(office.person(stream)).toEqual(office.person(KEPT));
        checkAtRest(office);
      }),
      { numRuns: 120 },
    );
  });

  it('is agreed on by those that are joined, while others are joined and let go, and comes to rest', () => {
    const acts = fc.array(
      fc.oneof(
        { weight: 2, arbitrary: ofThePerson },
        { weight: 2, arbitrary: joins },
        { weight: 6, arbitrary: inTime },
      ),
      { maxLength: 60, size: 'max' },
    );
    fc.assert(
      fc.property(acts, turns, (done, some) => {
        const office = Office.opened();
        // Nobody holds what is not registered.
        office.register();
        for (const act of done) act(office);
        office.drain(some);
        checkAtRest(office);
      }),
      { numRuns: 120 },
    );
  });
});
