import type { Client, Data } from '../harness/graphql.js';
import { aCall, aComplaint, done } from '../harness/matters.js';
import { UNIT } from '../harness/office.js';
import { ASSISTING, BELOW } from './access.people.js';

/** Who brings the objects about: none of the viewers. */
export interface Hands {
  readonly operator: Client;
  readonly reviewer: Client;
  readonly administrator: Client;
  readonly lead: Client;
  readonly assisting: Client;
  readonly below: Client;
  /** Runs a mutation whatever its input's type is called. */
  run(who: Client, mutation: string, input: object): Promise<Data>;
}

/** What a scene leaves for an input: the case, and others by name. */
export type Made = Readonly<Record<string, string>> & { readonly case: string };
export type Scene = (hands: Hands) => Promise<Made>;

export const at = (hours: number): string => new Date(Date.now() + hours * 3600_000).toISOString();
export const day = (ahead: number): string =>
  new Date(Date.now() + (8 + 24 * ahead) * 3600_000).toISOString().slice(0, 10);
let order = 0;
export const anOrder = (more: object = {}) => ({
  ...{ platform: '12345', number: `GD-${(order += 1)}`, kind: '投诉', dispatchedAt: at(-1), dueAt: at(72) },
  ...{ category: 'taxi.refusal', medium: 'phone', summary: '反映出租车在高铁站拒载' },
  ...{ caller: { name: '王小明', phone: '13900001234' }, statement: { text: '被拒载' }, subject: { driver: '李某' } },
  ...more,
});

const registered = async (command: Promise<Data>): Promise<Made> => {
  const { case: id, number, queryCode } = await done(command);
  return { case: id as string, number: number as string, ...(queryCode && { queryCode: queryCode as string }) };
};
/** A scene, and what is done to its case then. */
const then =
  (scene: Scene, go: (hands: Hands, id: string) => Promise<unknown>): Scene =>
  async (hands) => {
    const made = await scene(hands);
    await go(hands, made.case);
    return made;
  };

const complaint: Scene = ({ operator }) => registered(operator.command('registerComplaint', aComplaint()));
const consultation: Scene = ({ operator }) => registered(operator.command('registerConsultation', aCall()));
const assigned = then(complaint, ({ operator }, id) => done(operator.command('assignCase', { case: id, unit: UNIT })));
const signed = then(assigned, ({ lead }, id) => done(lead.command('signAssignment', { case: id })));
const drafted = then(signed, ({ lead }, id) => done(lead.command('draftReply', { case: id, text: '已约谈驾驶员。' })));
const approved = then(drafted, ({ reviewer }, id) => done(reviewer.command('approveReply', { case: id })));
const answered = then(approved, ({ operator }, id) =>
  done(operator.command('deliverReply', { case: id, how: 'phone' })),
);
const followed = then(answered, ({ operator }, id) =>
  done(
    operator.command('attemptFollowUp', {
      ...{ case: id, outcome: 'REACHED', level: 2, solved: 'NO', reason: 'slow', note: '太慢' },
      comment: { text: '等了很久' },
    }),
  ),
);
const task = then(signed, ({ lead }, id) =>
  done(lead.command('giveTask', { case: id, unit: ASSISTING, note: '请核查' })),
);
const taskSigned = then(task, ({ assisting }, id) =>
  done(assisting.command('signTask', { case: id, unit: ASSISTING })),
);
const ordered: Scene = ({ operator }) => registered(operator.command('receiveOrder', anOrder()));
const orderSigned = then(ordered, ({ operator }, id) => done(operator.command('signOrder', { case: id })));
const orderAnswered = then(orderSigned, async ({ operator, lead, reviewer }, id) => {
  await done(operator.command('assignCase', { case: id, unit: UNIT }));
  await done(lead.command('signAssignment', { case: id }));
  await done(lead.command('draftReply', { case: id, text: '已约谈驾驶员。' }));
  await done(reviewer.command('approveReply', { case: id }));
  await done(operator.command('deliverReply', { case: id, how: 'phone' }));
});
const orderReported = then(orderAnswered, ({ operator }, id) => done(operator.command('reportOrder', { case: id })));
const suspensionAsked = then(signed, ({ lead }, id) =>
  done(lead.command('askSuspension', { case: id, ground: 'waits-on-person', reason: '等待补充材料' })),
);
const two =
  (mutation: string, name: string): Scene =>
  async (hands) => {
    const [kept, other] = [await signed(hands), await complaint(hands)];
    if (mutation) await done(hands.operator.command(mutation, { case: kept.case, [name]: other.case }));
    return { ...kept, [name]: other.case };
  };
const answer = {
  ...{ question: '公交卡丢了怎么补办?', answer: '凭证件到网点挂失。', category: 'bus.card' },
  policy: { title: '城市公共汽车和电车客运管理规定' },
};
const proposed: Scene = async ({ operator, run }) => ({
  case: '',
  knowledge: (await run(operator, 'proposeAnswer', answer)).id as string,
});
const approvedAnswer: Scene = async (hands) => {
  const made = await proposed(hands);
  await hands.run(hands.reviewer, 'approveAnswer', { knowledge: made['knowledge'] });
  return made;
};
const published: Scene = async (hands) => {
  const made = await approvedAnswer(hands);
  await hands.run(hands.reviewer, 'publishAnswer', { knowledge: made['knowledge'] });
  return made;
};
const missing: Scene = async (hands) => {
  const made = await published(hands);
  const { id } = await hands.run(hands.operator, 'noteMissingAnswer', {
    question: `怎么办${order++}?`,
    category: 'bus',
  });
  return { ...made, question: id as string };
};
const contact: Scene = async ({ operator, run }) => {
  const input = { source: '2959600', medium: 'phone', why: 'SILENT' };
  return { case: '', contact: (await run(operator, 'recordInvalidContact', input)).contact as string };
};
const account: Scene = async ({ administrator, run }) => {
  const name = `made-${(order += 1)}`;
  await run(administrator, 'createAccount', { account: name, password: 'correct horse battery', role: 'ANALYST' });
  return { case: '', account: name };
};

export const SCENES = {
  nothing: async () => ({ case: '' }),
  ...{ complaint, consultation, assigned, signed, drafted, approved, answered, followed, task, taskSigned },
  unaccepted: ({ operator }) => registered(operator.command('registerComplaint', aComplaint({ accept: false }))),
  closed: then(followed, ({ operator }, id) => done(operator.command('closeCase', { case: id }))),
  taskBelow: then(taskSigned, ({ assisting }, id) =>
    done(assisting.command('passTaskDown', { case: id, unit: ASSISTING, to: BELOW })),
  ),
  extension: then(signed, ({ lead }, id) =>
    done(lead.command('requestExtension', { case: id, workingDays: 2, reason: '需核实' })),
  ),
  setAside: then(followed, ({ reviewer }, id) =>
    done(reviewer.command('setRatingAside', { case: id, ground: 'mistaken', note: '误评' })),
  ),
  suspensionAsked,
  suspended: then(suspensionAsked, ({ reviewer }, id) => done(reviewer.command('approveSuspension', { case: id }))),
  ...{ ordered, orderSigned, orderAnswered, orderReported },
  orderReturnAsked: then(ordered, ({ operator }, id) =>
    done(operator.command('returnOrder', { case: id, ground: 'not-ours' })),
  ),
  orderTakenBack: then(ordered, async ({ operator }, id) => {
    await done(operator.command('returnOrder', { case: id, ground: 'not-ours' }));
    await done(operator.command('noteOrderTakenBack', { case: id }));
  }),
  ofAssisting: then(complaint, async ({ operator, assisting }, id) => {
    await done(operator.command('assignCase', { case: id, unit: ASSISTING }));
    await done(assisting.command('signAssignment', { case: id }));
  }),
  answeredAtOnce: ({ operator }) =>
    registered(operator.command('registerConsultation', aCall({ answer: '末班车 21:30。' }))),
  orderExtension: then(orderSigned, ({ operator }, id) =>
    done(operator.command('askOrderExtension', { case: id, dueAt: at(120), reason: '需核查' })),
  ),
  flagged: then(signed, ({ operator }, id) =>
    done(operator.command('flagPerson', { case: id, flag: 'needs-care', until: day(30) })),
  ),
  secretOne: then(signed, ({ operator }, id) => done(operator.command('giveSecrecy', { case: id }))),
  restrictedOne: then(signed, ({ reviewer }, id) =>
    done(reviewer.command('restrictCase', { case: id, ground: '争议' })),
  ),
  pair: two('', 'duplicate'),
  joinedPair: two('holdDuplicate', 'duplicate'),
  followerPair: two('', 'follower'),
  linkedPair: two('holdFollower', 'follower'),
  answeredPair: async (hands) => {
    const [one, other] = [await complaint(hands), await answered(hands)];
    return { ...one, answered: other.case };
  },
  ...{ proposed, approvedAnswer, published, missing, contact, account },
} satisfies Readonly<Record<string, Scene>>;

export { answer };
