import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports systems give out by themselves, so that nobody takes one between its being found free and its use, or while a server is down. */
const FROM = 20_000;
const TO = 32_000;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** A free port of 127.0.0.1. */
export const freePort = async () => {
  for (;;) {
    const port = randomInt(FROM, TO);
    if (await isFree(port)) return port;
  }
};
