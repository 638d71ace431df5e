import { assignment } from './assignment.slice.js';
import { contact } from './contact.slice.js';
import { correction } from './correction.slice.js';
import { deadline } from './deadline.slice.js';
import { intake } from './intake.slice.js';
import { interim } from './interim.slice.js';
import { joining } from './joining.slice.js';
import { linking } from './linking.slice.js';
import { naming } from './naming.slice.js';
import { reply } from './reply.slice.js';
import { restriction } from './restriction.slice.js';
import { order } from './order.slice.js';
import type { Rules } from './rules.js';
import { secrecy } from './secrecy.slice.js';
import { suspension } from './suspension.slice.js';
import { task } from './task.slice.js';

/** The rows that both services' deciders hold: everything but what only one of them knows. */
export const casework = (rules: Rules) => {
  const slices = [intake(rules), deadline(rules), assignment(rules), reply(rules), correction(rules)] as const;
  const [a, b, c, d, e] = slices;
  const [contacts, joined, linked] = [contact(rules), joining(rules), linking(rules)] as const;
  const secret = secrecy(rules);
  const restricted = restriction(rules);
  const named = naming(rules);
  const [meanwhile, waiting, tasks] = [interim(rules), suspension(rules), task(rules)] as const;
  const orders = order(rules);
  return {
    decide: {
      ...meanwhile.decide,
      ...waiting.decide,
      ...tasks.decide,
      ...a.decide,
      ...b.decide,
      ...c.decide,
      ...d.decide,
      ...e.decide,
      ...contacts.decide,
      ...joined.decide,
      ...linked.decide,
      ...secret.decide,
      ...restricted.decide,
      ...named.decide,
      ...orders.decide,
    },
    evolve: {
      ...meanwhile.evolve,
      ...waiting.evolve,
      ...tasks.evolve,
      ...a.evolve,
      ...b.evolve,
      ...c.evolve,
      ...d.evolve,
      ...e.evolve,
      ...contacts.evolve,
      ...joined.evolve,
      ...linked.evolve,
      ...secret.evolve,
      ...restricted.evolve,
      ...named.evolve,
      ...orders.evolve,
    },
  };
};
