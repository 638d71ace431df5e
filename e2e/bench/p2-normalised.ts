import { commandBench } from './command-sides.js';

/** P2: the same / Nest and PostgreSQL, normalised: a complaint and eight rows of its parts; ours is four facts in one append. */
export const normalised = commandBench({ opponents: ['rows'], accept: true });
