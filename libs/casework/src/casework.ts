import { assignment } from './assignment.slice.js';
import { correction } from './correction.slice.js';
import { deadline } from './deadline.slice.js';
import { intake } from './intake.slice.js';
import { reply } from './reply.slice.js';
import type { Rules } from './rules.js';

/** The rows that both services' deciders hold: everything but what only one of them knows. */
export const casework = (rules: Rules) => {
  const slices = [intake(rules), deadline(rules), assignment(rules), reply(rules), correction(rules)] as const;
  const [a, b, c, d, e] = slices;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide, ...e.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve, ...e.evolve },
  };
};
