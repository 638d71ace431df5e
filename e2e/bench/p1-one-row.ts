import { commandBench } from './command-sides.js';

/** P1: a durable command over HTTP / the same in Nest and PostgreSQL, one JSONB row. */
export const oneRow = commandBench({ opponents: ['one-row'], accept: false });
