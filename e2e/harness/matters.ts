import type { Client, Data } from './graphql.js';
import { UNIT } from './office.js';
import type { People } from './office.js';

/** A call about a bus, as the operator writes it down; personal data obviously invented. */
export const aCall = (more: object = {}) => ({
  kind: 'consultation',
  category: 'bus.route',
  source: '2959600',
  medium: 'phone',
  summary: '询问 9 路公交末班车时间',
  caller: { name: '王小明', phone: '13900001234', address: '许昌市魏都区某街 8 号' },
  statement: { text: '我在火车站等 9 路，末班车是几点？' },
  ...more,
});

export const aComplaint = (more: object = {}) =>
  aCall({
    kind: 'complaint',
    category: 'taxi.refusal',
    summary: '反映出租车在高铁站拒载',
    statement: { text: '昨晚十点在高铁站被拒载。', place: '高铁站出站口' },
    subject: { plate: '豫K12345', driver: '李某' },
    ...more,
  });

/** The command was carried out; else a clear failure. */
export const done = async (command: Promise<Data>): Promise<Data> => {
  const answer = await command;
  if (answer.__typename !== 'CommandDone') throw new Error(`${answer.code} ${answer.field ?? ''}: ${answer.textZh}`);
  return answer;
};

/** From an accepted complaint to the delivered answer. */
export const handleToAnswer = async ({ operator, handler, reviewer }: People, id: string): Promise<Data> => {
  await done(operator.command('assignCase', { case: id, unit: UNIT }));
  await done(handler.command('signAssignment', { case: id }));
  await done(handler.command('draftReply', { case: id, text: '已约谈该车驾驶员并责令整改。' }));
  await done(reviewer.command('approveReply', { case: id }));
  return done(operator.command('deliverReply', { case: id, how: 'phone' }));
};

const CASE = `query Case($id: ID!, $atLeast: String) {
  case(id: $id, atLeast: $atLeast) {
    number status kind category unit receivedBy round level reply dueOn handedOverTo summary
    due { on policy calendar provisional steps { what on rule why { zh } } }
    caller { state name phone } statement { state text place } subject { state plate driver }
  }
}`;

/** The case as this person sees it once what the token stands for is seen. */
export const theCase = async (as: Client, id: string, atLeast?: string): Promise<Data> =>
  (await as.ask(CASE, { id, atLeast })).case;
