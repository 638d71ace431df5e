import { Refused, type PolicyCommand, type Rpc } from '@sunlit/kernel';
import { runTimers, timerRound } from './timers.js';

const command = (commandId: string): PolicyCommand => ({ service: 's', operation: 'Remind', payload: { commandId } });
const rpcOf = (calls: string[]): Rpc => ({
  call: async (_, __, { commandId }) => {
    calls.push(commandId as string);
    if (commandId === 'broken') throw new Error('internal');
    if (commandId === 'done') throw new Refused('DoneAlready');
    return {};
  },
});

describe('timers', () => {
  it('send what is due now; one that fails keeps no other back', async () => {
    const calls: string[] = [];
    const failures: unknown[] = [];
    const due = async (now: number) => ['a', 'broken', 'done', `at-${now}`].map(command);
    const round = await timerRound({
      name: 't',
      due,
      rpc: rpcOf(calls),
      clock: () => 7,
      onFailure: (failed) => void failures.push(failed?.payload['commandId']),
    });
    expect(calls).toEqual(['a', 'broken', 'done', 'at-7']);
    expect([round, failures]).toEqual([{ sent: 2, refused: 1, failed: 1 }, ['broken']]);
  });

  it('go round until stopped, also after a round that failed', async () => {
    const control = new AbortController();
    const rounds: number[] = [];
    const failures: unknown[] = [];
    await runTimers({
      name: 't',
      due: async () => {
        if (rounds.length === 1) throw new Error('away');
        return [];
      },
      rpc: rpcOf([]),
      clock: () => 0,
      everyMs: 60_000,
      signal: control.signal,
      onFailure: (failed) => void failures.push(failed),
      pause: async (ms) => {
        if (rounds.push(ms) === 3) control.abort();
      },
    });
    expect([rounds, failures]).toEqual([[60_000, 60_000, 60_000], [null]]);
  });
});
