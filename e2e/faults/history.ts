import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandAnswer } from '@sunlit/contracts';
import { Refused, Unavailable, timeOrderedId, type JsonObject, type Rpc } from '@sunlit/kernel';

/** A command as a client sends it. */
export interface Command {
  readonly service: string;
  readonly type: string;
  readonly data: JsonObject;
  readonly by: JsonObject;
  readonly stream?: string;
}

/** What became of a command, as far as its client was told. */
export type Told =
  | { readonly is: 'acknowledged'; readonly answer: CommandAnswer }
  | { readonly is: 'refused'; readonly code: string }
  | { readonly is: 'unknown' };

/** A line of a client's own history. */
export type Line = Command & { readonly commandId: string; readonly told: Told };

/** How long a client sends a command again, in ms. */
const PATIENCE = 60_000;

/** A client that keeps its own history, in memory and in a file of the office's folder. */
export interface HistoryClient {
  readonly lines: readonly Line[];
  /** Sends the command, again under the same id as long as nobody answers, and gives what it was told. */
  send(command: Command, options?: { readonly patience?: number }): Promise<Told>;
  /** The same; throws unless it was carried out. */
  done(command: Command): Promise<CommandAnswer>;
}

/** What the answer of a call with a command tells its client. */
export const toldBy = async (call: Promise<JsonObject>): Promise<Told> => {
  try {
    return { is: 'acknowledged', answer: (await call) as unknown as CommandAnswer };
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', code: error.code };
    if (error instanceof Unavailable) return { is: 'unknown' };
    throw error;
  }
};

/** A history, in memory and in `history.jsonl` of the folder. */
export interface History {
  readonly lines: readonly Line[];
  keep(line: Line): void;
}

/** Opens an empty one. */
export const historyIn = (folder: string): History => {
  const lines: Line[] = [];
  return {
    lines,
    keep: (line) => {
      lines.push(line);
      appendFileSync(join(folder, 'history.jsonl'), `${JSON.stringify(line)}\n`);
    },
  };
};

/** Opens a client of these services; its history goes to `history.jsonl` in the folder. */
export const historyClient = (rpc: Rpc, folder: string, { lines, keep } = historyIn(folder)): HistoryClient => {
  const send: HistoryClient['send'] = async (command, { patience = PATIENCE } = {}) => {
    const { service, ...rest } = command;
    const commandId = timeOrderedId(Date.now());
    const until = Date.now() + patience;
    let told: Told;
    do {
      told = await toldBy(rpc.call(service, 'command', { ...rest, commandId }, { deadline: 5_000 }));
    } while (told.is === 'unknown' && Date.now() < until);
    keep({ ...command, commandId, told });
    return told;
  };
  return {
    lines,
    send,
    done: async (command) => {
      const told = await send(command);
      if (told.is !== 'acknowledged') throw new Error(`${command.type}: ${JSON.stringify(told)}`);
      return told.answer;
    },
  };
};
