/** Ends with 0 if something listens on the given port of this container, also behind `serve.mjs`: `answers.mjs PORT`. */
import { connect } from 'node:net';
import { setTimeout } from 'node:timers';

const [port] = process.argv.slice(2);
// Behind a forwarded port a connection that leads nowhere is closed at once; one that lives for a moment leads somewhere.
const socket = connect(Number(port), '127.0.0.1', () => setTimeout(() => process.exit(0), 300));
for (const event of ['error', 'close']) socket.on(event, () => process.exit(1));
