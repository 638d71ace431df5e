import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../servers/free-port.mjs';

/** A way to a server that can be closed: then nobody is let in, and who was is thrown out. */
export interface Gate {
  readonly port: number;
  open(): Promise<void>;
  shut(): Promise<void>;
}

/** Opens a gate on a port of its own to the server on this port. */
export const gateTo = async (target: number): Promise<Gate> => {
  const port = await freePort();
  const through = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      through.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        through.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  const open = async (): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await open();
  return {
    port,
    open,
    shut: async () => {
      const closed = once(server, 'close');
      server.close();
      through.forEach((socket) => socket.destroy());
      await closed;
    },
  };
};
