import type { MessagePort } from 'node:worker_threads';
import { Unavailable, type JsonObject, type Rpc } from '@sunlit/kernel';
import { DEFAULT_DEADLINE, lateAdvice, within } from '../deadline.js';
import { answerOf, valueOf, type Answer } from '../wire.js';

interface Request {
  readonly request: number;
  readonly service: string;
  readonly operation: string;
  readonly payload: JsonObject;
  readonly deadline: number;
}
interface Response {
  readonly response: number;
  readonly answer: Answer;
}

/**
 * Joins two threads: calls made on the returned `Rpc` are answered by `answering` on the port's other side, and the other way round.
 * Once the port closes, calls under way and later ones are `Unavailable`.
 */
export const threadRpc = (port: MessagePort, answering: Rpc): Rpc => {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  let closed = false;

  const answer = async ({ request, service, operation, payload, deadline }: Request): Promise<void> => {
    const answered: Answer = await answering
      .call(service, operation, payload, { deadline })
      .then((value): Answer => ({ ok: true, value }), answerOf);
    if (!closed) port.postMessage({ response: request, answer: answered } satisfies Response);
  };

  port.on('message', (message: Request | Response) => {
    if ('request' in message) return void answer(message);
    waiting.get(message.response)?.(message.answer);
    waiting.delete(message.response);
  });
  port.on('close', () => {
    closed = true;
    for (const settle of waiting.values())
      settle({ ok: false, kind: 'unavailable', message: 'The other thread ended.' });
    waiting.clear();
  });

  return {
    call: async (service, operation, payload, options) => {
      if (closed) throw new Unavailable('The other thread ended.');
      const deadline = options?.deadline ?? DEFAULT_DEADLINE;
      const request = ++last;
      const answered = new Promise<Answer>((resolve) => waiting.set(request, resolve));
      port.postMessage({ request, service, operation, payload, deadline } satisfies Request);
      try {
        return valueOf(await within(deadline, `${service}.${operation}`, answered, lateAdvice(payload)));
      } finally {
        waiting.delete(request);
      }
    },
  };
};
