import type { Socket } from 'node:net';
import { JsonSocket } from '@nestjs/microservices';
import { MAX_MESSAGE, type Reply } from './message.js';

/** What may lie behind a whole message in the buffer: what one read of a socket brings, and room to spare. */
const READ_AHEAD = 128 * 1024;
/** How much may wait to be sent on one connection, in bytes, whose other end does not read. */
const MAX_WAITING = 128 * 1024 * 1024;
const KEEP_ALIVE = 30_000;

/** The message is longer than one may be; it was not sent. */
export class TooLarge extends Error {
  constructor(readonly length: number) {
    super(`A message of ${length} characters is longer than the ${MAX_MESSAGE} rpc carries: ask for less at once.`);
    this.name = 'TooLarge';
  }
}

/** The connection takes nothing more; the message was not sent. */
export class NotSent extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NotSent';
  }
}

/** Nest's framing, `length#json`, that ends a connection at the first wrong byte and repeats nothing of what came. */
class FramedSocket extends JsonSocket {
  constructor(socket: Socket) {
    super(socket, { maxBufferSize: MAX_MESSAGE + READ_AHEAD });
    socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE);
  }

  /** Nest's messages quote what was received, so only the kind of error is kept. */
  protected override handleDataError(error: unknown): void {
    const kind = error instanceof Error ? error.constructor.name : 'unknown';
    this.netSocket.destroy(new Error(`What came is no message of rpc (${kind}).`));
  }

  protected put(text: string): boolean {
    return this.netSocket.write(`${text.length}#${text}`, 'utf8');
  }

  protected get full(): boolean {
    return this.netSocket.writableLength > MAX_WAITING;
  }
}

/**
 * The caller's end. It reads on however much waits to be sent: if both ends stopped reading while they cannot write,
 * large messages in both directions would block each other for good.
 */
export class CallingSocket extends FramedSocket {
  /** Throws what says that nothing was sent, where Nest's would stay silent. */
  override sendMessage(message: unknown): void {
    if (!this.netSocket.writable) throw new NotSent('The connection was closed.');
    if (this.full) throw new NotSent('Too much is waiting to be sent: the other end does not read.');
    const text = JSON.stringify(message);
    if (text.length > MAX_MESSAGE) throw new TooLarge(text.length);
    this.put(text);
  }
}

interface Outgoing {
  readonly id: string;
  readonly response: Reply;
}

/** The answering end: takes no more requests while its answers are not read, and always answers something. */
export class AnsweringSocket extends FramedSocket {
  private pausing = false;

  constructor(
    socket: Socket,
    private readonly onUnsendable: (error: unknown) => void,
  ) {
    super(socket);
  }

  protected override handleSend(message: Outgoing): void {
    if (!this.netSocket.writable) return;
    if (!this.put(this.textOf(message))) this.pause();
    if (this.full) this.netSocket.destroy(new Error('Too many answers wait for a caller that does not read.'));
  }

  private textOf(message: Outgoing): string {
    const instead = (response: Reply) => JSON.stringify({ ...message, response });
    try {
      const text = JSON.stringify(message);
      if (text.length <= MAX_MESSAGE) return text;
      this.onUnsendable(new TooLarge(text.length));
      return instead({ ok: false, kind: 'too-large', length: text.length });
    } catch (error) {
      this.onUnsendable(error);
      return instead({ ok: false, kind: 'internal' });
    }
  }

  private pause(): void {
    if (this.pausing) return;
    this.pausing = true;
    this.netSocket.pause().once('drain', () => {
      this.pausing = false;
      this.netSocket.resume();
    });
  }
}
