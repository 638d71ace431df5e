import { Refused, type Clock, type PolicyCommand, type Rpc } from '@sunlit/kernel';
import { pause, type Pause } from './pause.js';

export interface TimerOptions {
  readonly name: string;
  /** The commands due at `now` (ms since 1970). Each payload holds an id derived from stream, deadline and kind, so that sending it again changes nothing. */
  readonly due: (now: number) => Promise<readonly PolicyCommand[]>;
  readonly rpc: Rpc;
  readonly clock: Clock;
  /** Told of what failed, other than by a rule: `null` where `due` itself did. It is due again in the next round. */
  readonly onFailure?: (command: PolicyCommand | null, error: unknown) => void;
}

/** What one round did: commands acknowledged, refused by a rule, failed. */
export interface TimerRound {
  readonly sent: number;
  readonly refused: number;
  readonly failed: number;
}

/** Asks once what is due and sends it, one after another; one that fails keeps no other from being sent. Rejects only when `due` does. */
export const timerRound = async ({ due, rpc, clock, onFailure }: TimerOptions): Promise<TimerRound> => {
  const round = { sent: 0, refused: 0, failed: 0 };
  for (const command of await due(clock())) {
    try {
      await rpc.call(command.service, command.operation, command.payload);
      round.sent++;
    } catch (error) {
      round[error instanceof Refused ? 'refused' : 'failed']++;
      if (!(error instanceof Refused)) onFailure?.(command, error);
    }
  }
  return round;
};

/** A round at once and then one every `everyMs` milliseconds, until the signal aborts. Never rejects. */
export const runTimers = async (
  options: TimerOptions & { readonly everyMs: number; readonly signal: AbortSignal; readonly pause?: Pause },
): Promise<void> => {
  const { everyMs, signal, onFailure, pause: wait = pause } = options;
  while (!signal.aborted) {
    await timerRound(options).catch((error: unknown) => onFailure?.(null, error));
    await wait(everyMs, signal);
  }
};
