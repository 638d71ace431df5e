import type { Data } from '../harness/graphql.js';
import { eventually } from '../harness/eventually.js';
import { done } from '../harness/matters.js';
import { OTHER_UNIT } from '../harness/office.js';
import { ASSISTING } from './access.people.js';
import { SCENES, at, day, type Hands, type Made, type Scene } from './access.scenes.js';

/** All a case in hand can tell. */
const told: Scene = async (hands) => {
  const made = await SCENES.taskBelow(hands);
  const { operator, lead } = hands;
  const of = { case: made.case };
  await done(operator.command('setAttributes', { ...of, attributes: { district: 'weidu', company: '某出租车公司' } }));
  await done(operator.command('flagPerson', { ...of, flag: 'needs-care', until: day(30), note: '耳背' }));
  const contact = { source: '2959600', medium: 'phone', purpose: 'NEW_FACTS', callId: 'C-1', note: '又来电' };
  await done(operator.command('addContact', { ...of, ...contact, said: { text: '补充车号' } }));
  await done(lead.command('giveInterimReply', { ...of, text: '正在核查。', how: 'phone' }));
  await done(lead.command('requestExtension', { ...of, workingDays: 2, reason: '需核实' }));
  return made;
};

const after =
  (scene: Scene, go: (hands: Hands, of: { case: string }) => Promise<unknown>): Scene =>
  async (hands) => {
    const made = await scene(hands);
    await go(hands, { case: made.case });
    return made;
  };

const joinedInto =
  (mutation: string, name: string): Scene =>
  async (hands) => {
    const kept = await SCENES.signed(hands);
    const other = await told(hands);
    await done(hands.operator.command(mutation, { case: kept.case, [name]: other.case }));
    return other;
  };

/** The objects of the table's columns, all of the lead unit unless their name says otherwise. */
export const OBJECTS: Readonly<Record<string, Scene>> = {
  open: told,
  secret: after(told, async ({ operator }, of) => {
    await done(operator.command('giveSecrecy', of));
    await done(operator.command('writeTextForUnits', { ...of, text: '反映拒载' }));
  }),
  restricted: after(told, ({ reviewer }, of) =>
    done(reviewer.command('restrictCase', { ...of, ground: '争议', until: day(30) })),
  ),
  suspended: SCENES.suspended,
  rated: SCENES.setAside,
  order: after(SCENES.orderReported, async ({ operator }, of) => {
    await done(operator.command('recordPlatformRating', { ...of, level: 4, solved: 'YES' }));
    await done(operator.command('noteReportBounced', { ...of, reason: '未答复诉求', dueAt: at(48) }));
    await done(operator.command('askOrderExtension', { ...of, dueAt: at(120), reason: '需核查' }));
  }),
  joined: joinedInto('holdDuplicate', 'duplicate'),
  linked: joinedInto('holdFollower', 'follower'),
  erased: after(told, ({ reviewer }, of) => done(reviewer.command('erasePersonalData', { ...of, part: 'ALL' }))),
  'task given back': after(SCENES.task, ({ assisting }, of) =>
    done(assisting.command('returnTask', { ...of, unit: ASSISTING, ground: 'not-ours' })),
  ),
  reassigned: after(SCENES.signed, ({ operator }, of) =>
    done(operator.command('assignCase', { ...of, unit: OTHER_UNIT })),
  ),
  'with no unit': SCENES.consultation,
  'handed over': after(SCENES.consultation, ({ operator }, of) =>
    done(operator.command('handOver', { ...of, kind: 'complaint', category: 'bus.service', reason: '实为投诉' })),
  ),
};

const STATUS = 'query S($id: ID!) { case(id: $id) { status joinedInto linkedUnder caller { state } } }';

/** What follows by itself before the object is what its column says. */
const SETTLED: Readonly<Record<string, (seen: Data) => boolean>> = {
  joined: ({ joinedInto }) => joinedInto !== null,
  linked: ({ linkedUnder }) => linkedUnder !== null,
  erased: ({ caller }) => caller.state === 'ERASED',
  secret: ({ caller }) => caller.state === 'WITHHELD',
  restricted: ({ caller }) => caller.state === 'WITHHELD',
  'handed over': ({ status }) => status === 'HANDED_OVER',
};

/** Brings all of them about, with a published answer and figures that have come as far. */
export const bringAbout = async (
  hands: Hands,
): Promise<{ readonly objects: ReadonlyMap<string, Made>; readonly knowledge: string }> => {
  const objects = new Map<string, Made>();
  for (const [name, scene] of Object.entries(OBJECTS)) objects.set(name, await scene(hands));
  for (const [name, { case: id }] of objects)
    await eventually(async () => {
      const seen = (await hands.operator.ask(STATUS, { id })).case;
      return seen !== null && (SETTLED[name]?.(seen) ?? true) ? true : null;
    });
  const { knowledge } = await SCENES.missing(hands);
  await hands.run(hands.operator, 'reviseAnswer', { ...REVISED, knowledge });
  const figure = `{ figure(name: "hotline.accepted.v1", from: "${day(-1)}", to: "${day(1)}") { events { totalCount } } }`;
  await eventually(async () => ((await hands.reviewer.ask(figure)).figure.events.totalCount > 0 ? true : null));
  const known = 'query K($id: ID!) { knowledge(id: $id) { draft { status } } }';
  await eventually(async () => (await hands.reviewer.ask(known, { id: knowledge })).knowledge?.draft ?? null);
  return { objects, knowledge: knowledge! };
};

const REVISED = {
  ...{ question: '公交卡丢了怎么补办?', answer: '凭证件到网点挂失,七日后补办。', category: 'bus.card' },
  policy: { title: '城市公共汽车和电车客运管理规定' },
};
