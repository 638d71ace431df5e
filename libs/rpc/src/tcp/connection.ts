import type { Socket } from 'node:net';
import { ClientTCP } from '@nestjs/microservices';
import { within } from '../deadline.js';
import { CallingSocket, NotSent } from './framing.js';
import { PATTERN, PING, targetOf, type Reply, type Request } from './message.js';

/** How long one attempt to connect may take, in ms: the next one asks for the address anew. */
const CONNECTING = 3000;

/** PEM texts: the authority the server's certificate is checked against, and the caller's own certificate. */
export interface ClientTls {
  readonly ca?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly key?: string | Buffer;
  /** The name the server's certificate must bear, where it is not the address's host. */
  readonly servername?: string;
}

/** How an attempt ended. `unsent`: the other end never saw it; `lost` and `late`: nobody knows whether it was done. */
export type Outcome =
  | { readonly is: 'answered'; readonly reply: Reply }
  | { readonly is: 'unsent' | 'lost'; readonly cause: unknown }
  | { readonly is: 'late' };

type Sent = Omit<Request, 'deadline'>;

/** One connection to one address, made when first needed and again after it was lost: Nest's client with our framing. */
export class Connection extends ClientTCP {
  private readonly secure: boolean;
  private readonly silence: number;
  private fault: unknown;
  private heard = 0;
  private probing = false;

  /** @param silence how long, in ms, an end that missed a deadline may leave a ping unanswered before it counts as gone. */
  constructor(address: string, options: { readonly tls?: ClientTls | undefined; readonly silence: number }) {
    const { host, port, secure } = targetOf(address);
    super({ host, port, socketClass: CallingSocket, ...(secure && { tlsOptions: { ...options.tls } }) });
    this.secure = secure;
    this.silence = options.silence;
  }

  /** Sends once, and tells how that ended at `until` (of `performance.now()`) at the latest; throws for what can never be sent. */
  async ask(request: Sent, until: number): Promise<Outcome> {
    try {
      await within(until - performance.now(), 'Connecting', this.connect());
    } catch (cause) {
      return { is: 'unsent', cause: this.fault ?? cause };
    }
    const deadline = Math.ceil(until - performance.now());
    if (!this.socket || deadline <= 0) return { is: 'unsent', cause: this.fault };
    return this.exchange({ ...request, deadline });
  }

  private exchange(request: Request): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      let withdraw = (): void => undefined;
      let sent = false;
      const timer = setTimeout(() => {
        withdraw();
        this.probe();
        resolve({ is: 'late' });
      }, request.deadline);
      const settle = ({ err, response }: { err?: unknown; response?: Reply }) => {
        clearTimeout(timer);
        withdraw();
        if (err === undefined) return resolve({ is: 'answered', reply: response! });
        // A text is Nest's word for a pattern nobody answers: another program, or another version of this one.
        if (typeof err === 'string' || err instanceof NotSent) return resolve({ is: 'unsent', cause: err });
        return sent ? resolve({ is: 'lost', cause: this.fault ?? err }) : reject(err as Error);
      };
      withdraw = this.publish(this.createPacket(PATTERN, request), settle);
      sent = true;
    });
  }

  /** A peer that vanished keeps its connection for a quarter of an hour: one that misses a deadline and then a ping is dropped. */
  private probe(): void {
    const socket = this.socket?.netSocket;
    if (this.probing || !socket?.writable) return;
    this.probing = true;
    const before = this.heard;
    let withdraw = (): void => undefined;
    const over = () => {
      clearTimeout(timer);
      withdraw();
      this.probing = false;
      if (this.heard === before) socket.destroy(new Error('The other end does not answer at all.'));
    };
    const timer = setTimeout(over, this.silence).unref();
    // Told also when the connection is lost.
    withdraw = this.publish(this.createPacket(PATTERN, { ...PING, deadline: this.silence }), over);
  }

  /** Whether there is a connection, or one is being made. */
  get open(): boolean {
    return this.socket !== null;
  }

  override connect(): Promise<unknown> {
    if (this.connectionPromise) return this.connectionPromise;
    this.fault = undefined;
    const connecting: Promise<unknown> = super.connect();
    const socket: Socket = this.socket!.netSocket;
    const timer = setTimeout(() => socket.destroy(new Error('No connection came about.')), CONNECTING);
    const over = () => clearTimeout(timer);
    connecting.then(over, over);
    return connecting;
  }

  /** Only after the handshake is it known who answers; before it nothing may count as sent. */
  protected override connect$(socket: Socket): ReturnType<ClientTCP['connect$']> {
    return super.connect$(socket, 'error', this.secure ? 'secureConnect' : 'connect');
  }

  override handleResponse(message: unknown): Promise<void> {
    this.heard += 1;
    return super.handleResponse(message);
  }

  /** Kept for whoever waits, and printed nowhere. */
  override handleError(error: unknown): void {
    this.fault = error;
  }

  /** Calls under way are `lost`. */
  override close(): void {
    const socket = this.socket?.netSocket;
    super.close();
    socket?.destroy(new Error('Closed on this side.'));
  }
}
