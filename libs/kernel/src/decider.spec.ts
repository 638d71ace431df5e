import { decider, NewerThanProgram, type Command } from './decider.js';
import type { Fact } from './event.js';
import { specification } from './testing.js';

type Door = 'open' | 'shut';
type Shut = Command<'Shut'>;
const door = decider<Shut, Fact<'WasShut'>, Door>({
  initial: 'open',
  decide: { Shut: (_, now) => (now === 'open' ? [{ type: 'WasShut', data: {} }] : []) },
  evolve: { WasShut: () => 'shut' },
});
const given = specification(door);
const wasShut = { type: 'WasShut', data: {} } as const;

describe('a decider', () => {
  it('decides on what has happened', () => {
    given().when({ type: 'Shut', data: {} }).then(wasShut);
    given(wasShut).when({ type: 'Shut', data: {} }).thenNothing();
  });

  it('says that an event is newer than the program', () => {
    const newer = { type: 'WasPainted', data: {} } as never;
    expect(() => given(newer).state()).toThrow(NewerThanProgram);
  });
});
