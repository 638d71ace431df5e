import { assignment } from '../handling/assignment.slice.js';
import { contact } from '../beside/contact.slice.js';
import { correction } from '../content/correction.slice.js';
import { deadline } from '../clock/deadline.slice.js';
import { intake } from '../handling/intake.slice.js';
import { followUp } from '../follow-up/follow-up.slice.js';
import { interim } from '../handling/interim.slice.js';
import { joining } from '../beside/joining.slice.js';
import { linking } from '../beside/linking.slice.js';
import { naming } from '../content/naming.slice.js';
import { order } from '../order/order.slice.js';
import { reply } from '../handling/reply.slice.js';
import { restriction, retained } from '../person/restriction.slice.js';
import { sharingOfPerson } from '../person/sharing.slice.js';
import type { Rules } from './rules.js';
import { secrecy } from '../person/secrecy.slice.js';
import { suspension } from '../clock/suspension.slice.js';
import { taskNotices } from '../handling/task.notices.slice.js';
import { task } from '../handling/task.slice.js';

/** How a case goes from the call to the answer. */
const handling = (rules: Rules) => {
  const [a, b, c, d, e] = [intake(rules), assignment(rules), task(rules), interim(rules), reply(rules)] as const;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide, ...e.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve, ...e.evolve },
  };
};

/** Its clock, what stops it, and what is said of tasks in time. */
const clock = (rules: Rules) => {
  const [a, b, c] = [deadline(rules), suspension(rules), taskNotices(rules)] as const;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve },
  };
};

/** What it is about, and of whom. */
const content = (rules: Rules) => {
  const [a, b, c, d] = [correction(rules), naming(rules), secrecy(rules), restriction(rules)] as const;
  const e = sharingOfPerson(rules, retained);
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide, ...e.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve, ...e.evolve },
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
  const [a, b, c, d, e] = [handling(rules), clock(rules), content(rules), beside(rules), followUp(rules)] as const;
  return {
    decide: { ...a.decide, ...b.decide, ...c.decide, ...d.decide, ...e.decide },
    evolve: { ...a.evolve, ...b.evolve, ...c.evolve, ...d.evolve, ...e.evolve },
  };
};
