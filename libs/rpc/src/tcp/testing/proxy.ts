import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

/** A network between caller and callee that can be watched, slowed down, frozen and cut. */
export interface Proxy {
  readonly address: string;
  /** Connections made so far. */
  made(): number;
  /** Connections open now. */
  open(): number;
  /** Ends every connection, as a crash does. */
  cut(): void;
  /** What is sent from now on arrives nowhere; connections made later work. */
  freeze(): void;
  close(): Promise<void>;
}

/** @param piece how many bytes travel at once; the network is as slow as that makes it. */
export const proxyTo = async (address: string, piece = Infinity): Promise<Proxy> => {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  const frozen = new WeakSet<Socket>();
  let made = 0;

  const carry = async (from: Socket, to: Socket): Promise<void> => {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += piece) {
        if (frozen.has(from)) await new Promise(() => undefined);
        to.write(chunk.subarray(at, at + piece));
        if (piece < chunk.length) await turn();
      }
      if (to.writableNeedDrain) await once(to, 'drain');
    }
    to.end();
  };
  const gone = (socket: Socket, other: Socket) => () => {
    sockets.delete(socket);
    other.destroy();
  };

  const server = createServer((near) => {
    made += 1;
    const far = connect(Number(port), hostname).setNoDelay(true);
    near.setNoDelay(true);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('close', gone(socket, other)).on('error', () => undefined);
      carry(socket, other).catch(() => undefined);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    made: () => made,
    open: () => sockets.size / 2,
    cut,
    freeze: () => {
      for (const socket of sockets) frozen.add(socket);
    },
    close: async () => {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
