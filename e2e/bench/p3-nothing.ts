import { commandBench } from './command-sides.js';

/** P3: a durable command over HTTP / the same server with a handler that does nothing, and with one that only checks and seals. */
export const doingNothing = commandBench({ opponents: ['nothing', 'checked'], accept: false });
