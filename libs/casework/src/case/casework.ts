import { assignment } from '../handling/assignment.slice.js';
import { contact } from '../beside/contact.slice.js';
import { correction } from '../content/correction.slice.js';
import { deadline } from '../clock/deadline.slice.js';
import { intake } from '../handling/intake.slice.js';
import { interim } from '../handling/interim.slice.js';
import { joining } from '../beside/joining.slice.js';
import { linking } from '../beside/linking.slice.js';
import { naming } from '../content/naming.slice.js';
import { order } from '../order/order.slice.js';
import { reply } from '../handling/reply.slice.js';
import { restriction } from '../person/restriction.slice.js';
import type { Rules } from './rules.js';
import { secrecy } from '../person/secrecy.slice.js';
import { suspension } from '../clock/suspension.slice.js';
import { task } from '../handling/task.slice.js';

/** How a case goes from the call to the answer. */
const handling = (rules: Rules) => {
  const [a, b, c, d, e] = [intake(rules), assignment(rules), task(rules), interim(rules), reply(rules)] as const;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide, ...e.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve, ...e.evolve },
  };
};

/** Its clock, and what stops it. */
const clock = (rules: Rules) => {
  const [a, b] = [deadline(rules), suspension(rules)] as const;
  return { decide: { ...a.decide, ...b.decide }, evolve: { ...a.evolve, ...b.evolve } };
};

/** What it is about, and of whom. */
const content = (rules: Rules) => {
  const [a, b, c, d] = [correction(rules), naming(rules), secrecy(rules), restriction(rules)] as const;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve },
  };
};

/** Other calls, other cases about the same matter, and the platform it may have come from. */
const beside = (rules: Rules) => {
  const [a, b, c, d] = [contact(rules), joining(rules), linking(rules), order(rules)] as const;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve },
  };
};

/** The rows that both services' deciders hold: everything but what only one of them knows. */
export const casework = (rules: Rules) => {
  const [a, b, c, d] = [handling(rules), clock(rules), content(rules), beside(rules)] as const;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve },
  };
};
