import { Refused, fold, rowOf, type Command, type CommandMeta, type Decider } from './decider.js';
import type { EventMeta, Fact } from './event.js';

/** A fact of a test's past, at an instant if that matters. */
export interface Given<E extends Fact> {
  readonly fact: E;
  readonly at?: string;
}

const NOW = '2021-04-12T02:00:00.000Z';
const actor = { account: 'a', role: 'operator' };
const metaAt = (at: string): EventMeta => ({
  commandId: '0',
  digest: '',
  by: actor,
  recordedAt: at,
  correlation: '0',
  causation: '0',
});

/**
 * Given/when/then for a decider: `given(...past).when(command).then(...facts) | .thenNothing() | .thenRefused(code)`.
 * A past fact may be wrapped as `{fact, at}`; a command may bring parts of its meta.
 */
export const specification = <C extends Command, E extends Fact, S>(decider: Decider<C, E, S>) => {
  const past = (given: readonly (E | Given<E>)[]) =>
    given.map((one, revision) => {
      const { fact, at = NOW } = 'fact' in one ? one : { fact: one };
      return { ...(fact as Fact), id: `e${revision}`, stream: 'test-0', revision, meta: metaAt(at) };
    });
  const run = (given: readonly (E | Given<E>)[], command: Omit<C, 'meta'> & { meta?: Partial<CommandMeta> }) => {
    const meta: CommandMeta = { commandId: 'c', by: actor, at: NOW, recordedAt: NOW, ...command.meta };
    const table = decider.decide as unknown as Record<string, (command: Command, state: S) => readonly Fact[]>;
    return rowOf(table, command.type)({ ...command, meta } as unknown as Command, fold(decider, past(given)));
  };
  return (...given: readonly (E | Given<E>)[]) => ({
    when: (command: Omit<C, 'meta'> & { meta?: Partial<CommandMeta> }) => ({
      then: (...facts: readonly E[]): void => expect(run(given, command)).toEqual(facts),
      thenMatching: (...facts: readonly object[]): void => expect(run(given, command)).toMatchObject(facts),
      /** What it comes to, where a test looks at it more closely. */
      facts: (): readonly E[] => run(given, command) as readonly E[],
      thenNothing: (): void => expect(run(given, command)).toEqual([]),
      thenRefused: (code: string): void => {
        expect(() => run(given, command)).toThrow(Refused);
        expect(() => run(given, command)).toThrow(code);
      },
    }),
    state: (): S => fold(decider, past(given)),
  });
};
