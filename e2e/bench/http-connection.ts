import { once } from 'node:events';
import { connect } from 'node:net';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** One kept-open HTTP/1.1 connection, a request at a time: as little work for the load's core as can be. */
export interface HttpConnection {
  /** Sends a whole request; rejects when the connection ends before the answer. */
  send(request: Buffer): Promise<Answer>;
  close(): void;
}

const LENGTH = /\r\ncontent-length: (\d+)/i;

/** The answer at the beginning of these bytes, once it is whole; answers without a length are none of ours. */
const answerIn = (bytes: Buffer): Answer | null => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = bytes.toString('latin1', 0, end);
  const length = Number(LENGTH.exec(head)?.[1]);
  if (Number.isNaN(length)) throw new Error(`An answer without a length: ${head}`);
  if (bytes.length < end + 4 + length) return null;
  return { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', end + 4, end + 4 + length) };
};

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export const httpConnection = async (url: string): Promise<HttpConnection> => {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  let waiting: Waiting | null = null;
  let read: Buffer = Buffer.alloc(0);
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = null;
  };
  socket.on('data', (part: Buffer) => {
    read = read.length > 0 ? Buffer.concat([read, part]) : part;
    const answer = answerIn(read);
    if (!answer) return;
    read = Buffer.alloc(0);
    const { resolve } = waiting!;
    waiting = null;
    resolve(answer);
  });
  socket.on('error', fail);
  socket.on('close', () => fail(new Error(`${url} closed the connection before it answered.`)));
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
};

/** A POST of JSON as bytes. */
export const post = (
  url: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Buffer => {
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(body);
  const head = `POST ${path} HTTP/1.1\r\nhost: ${new URL(url).host}\r\ncontent-type: application/json\r\n${more.join('')}content-length: ${length}\r\n\r\n`;
  return Buffer.from(head + body, 'utf8');
};
