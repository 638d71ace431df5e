import {
  decider,
  fold,
  derivedId,
  policyCommandId,
  type Command,
  type JsonObject,
  type StoredEvent,
} from '@sunlit/kernel';
import { Refused } from '@sunlit/kernel';
import fc from 'fast-check';
import { unregistered, type CaseState } from '../case/case.state.js';
import { casework } from '../case/casework.js';
import type { CaseworkFact } from '../case/casework.events.js';
import { joiningPolicy } from './joining.policies.js';
import { registeredFact, testRules } from '../testing/facts.js';

const AT = '2021-04-12T02:00:00.000Z';
const shared = casework(testRules('complaints'));
const rules = decider<Command, CaseworkFact, CaseState>({ initial: unregistered, ...(shared as object) } as never);
const policy = joiningPolicy('complaint', []);
const STREAMS = [0, 1, 2].map((n) => `complaint-${derivedId('case', n)}`);

/** Cases of one log, each with a reader of its own that carries out the policy: at its own pace, in order, now and then again. */
class Office {
  readonly logs = new Map<string, StoredEvent[]>();
  readonly read = new Map<string, number>();
  private sent = 0;

  constructor() {
    for (const stream of STREAMS) {
      this.logs.set(stream, []);
      this.read.set(stream, 0);
      this.append(stream, `registered ${stream}`, [registeredFact('complaint'), { type: 'CaseAccepted', data: {} }]);
    }
  }

  state = (stream: string): CaseState => fold(rules, this.logs.get(stream)!);

  private append(stream: string, commandId: string, facts: readonly CaseworkFact[]): void {
    const log = this.logs.get(stream)!;
    for (const [index, { type, data }] of facts.entries()) {
      const meta = { commandId, digest: '', by: { account: 'o', role: 'operator' }, recordedAt: AT };
      const whole = { ...meta, correlation: commandId, causation: commandId };
      const id = derivedId(stream, commandId, index);
      log.push({ id, stream, revision: log.length, position: 0, type, data: data as JsonObject, meta: whole });
    }
  }

  /** As the handler does: a command that is in the stream already has been carried out. */
  handle({ stream, type, data, role = 'system', commandId = `sent ${++this.sent}` }: Given): void {
    if (this.logs.get(stream)!.some(({ meta }) => meta.commandId === commandId)) return;
    const meta = { commandId, by: { account: role, role }, at: AT, recordedAt: AT };
    const decide = rules.decide as unknown as Record<string, (command: object, now: CaseState) => CaseworkFact[]>;
    this.append(stream, commandId, decide[type]!({ type, data, meta }, this.state(stream)));
  }

  /** The next event of a case's log that the policy is concerned with. */
  private next(stream: string): StoredEvent | undefined {
    const log = this.logs.get(stream)!;
    let at = this.read.get(stream)!;
    while (at < log.length && !Object.hasOwn(policy.on, log[at]!.type)) at++;
    this.read.set(stream, Math.min(at + 1, log.length));
    return log[at];
  }

  /** One event of a case's log, carried out; false: there is none. */
  step(stream: string): boolean {
    const event = this.next(stream);
    if (!event) return false;
    const following = policy.on[event.type]!(event, policyCommandId(policy.name, event.id));
    // What brings the reply is none of the policy's own commands.
    if (following?.operation !== 'command') return true;
    const send = ({ stream: to, type, data, commandId }: JsonObject) =>
      this.handle({ stream: String(to), type: String(type), data: data as JsonObject, commandId: String(commandId) });
    try {
      send(following.payload);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      send(policy.refused!(event, { code: error.code }, derivedId(event.id, 'refused')).payload);
    }
    return true;
  }
}

interface Given {
  readonly stream: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly role?: string;
  readonly commandId?: string;
}

type Act =
  | {
      readonly do: 'HoldDuplicate' | 'ReleaseDuplicate' | 'HoldFollower' | 'ReleaseFollower';
      readonly of: number;
      readonly other: number;
    }
  | { readonly do: 'step' | 'again'; readonly of: number; readonly other?: undefined };

const which = fc.nat(STREAMS.length - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('HoldDuplicate', 'HoldFollower'), of: which, other: which }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('ReleaseDuplicate', 'ReleaseFollower'), of: which, other: which }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('step' as const), of: which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), of: which }) },
) as fc.Arbitrary<Act>;

const carriedOut = (office: Office, one: Act): void => {
  const stream = STREAMS[one.of]!;
  if (one.do === 'step') return void office.step(stream);
  // The worker ended before it wrote down how far it was.
  if (one.do === 'again') return void office.read.set(stream, 0);
  const other = STREAMS[one.other ?? 0]!;
  const data = one.do.endsWith('Duplicate') ? { duplicate: other } : { follower: other };
  const reason = one.do.startsWith('Release') ? { reason: '误并' } : {};
  try {
    office.handle({ stream, type: one.do, data: { ...data, ...reason }, role: 'operator' });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
};

const checkNow = (office: Office): void => {
  for (const stream of STREAMS) {
    const now = office.state(stream);
    if (now.joined) {
      const kept = office.state(now.joined.into);
      expect([now.duplicates, now.followers, now.linked]).toEqual([{}, {}, undefined]);
      expect(kept.joined).toBeUndefined();
      expect(kept.duplicates[stream]?.hold).toBe(now.joined.hold);
    }
    if (now.linked) {
      const leading = office.state(now.linked.under);
      expect(now.followers).toEqual({});
      expect(leading.linked).toBeUndefined();
      expect(leading.followers[stream]?.hold).toBe(now.linked.hold);
    }
  }
};

describe('joining and linking, in any order of what is asked and what follows', () => {
  it('never makes a circle or a chain, and comes to rest with both sides agreed', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60, size: 'max' }), (acts) => {
        const office = new Office();
        for (const one of acts) {
          carriedOut(office, one);
          checkNow(office);
        }
        while (STREAMS.map((stream) => office.step(stream)).some(Boolean)) checkNow(office);
        for (const stream of STREAMS) {
          const { duplicates, followers } = office.state(stream);
          const joined = STREAMS.filter((other) => office.state(other).joined?.into === stream);
          const linked = STREAMS.filter((other) => office.state(other).linked?.under === stream);
          expect(Object.keys(duplicates).sort()).toEqual(joined.sort());
          expect(Object.keys(followers).sort()).toEqual(linked.sort());
          for (const { releasing } of [...Object.values(duplicates), ...Object.values(followers)])
            expect(releasing).toBeUndefined();
        }
      }),
      { numRuns: 500 },
    );
  });
});
