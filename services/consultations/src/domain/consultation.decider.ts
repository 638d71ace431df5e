import {
  OPEN,
  casework,
  defined,
  drawn,
  moved,
  mustBe,
  mustBeSystem,
  mustNotBeSuspended,
  mustHoldNone,
  mustNotBeRestricted,
  secrecyOfKind,
  unregistered,
  usedBy,
  type CaseCommand,
  type CaseState,
  type Rules,
} from '@sunlit/casework';
import type { ConsultationCommandType } from '@sunlit/contracts';
import { Refused, decider, derivedId } from '@sunlit/kernel';
import type { ConsultationFact } from './consultation.events.js';

export type ConsultationCommand = { [T in ConsultationCommandType]: CaseCommand<T> }[ConsultationCommandType];

const handedOver = ({ data, meta }: CaseCommand<'HandOver'>, now: CaseState): ConsultationFact => {
  const { number, history, came, externalNumber, receivedBy, details } = now;
  // The receiving service derives its stream from this event's id, which the handler derives from stream, command and place.
  const to = `complaint-${derivedId(derivedId(now.stream, meta.commandId, 0))}`;
  const optional = defined({ externalNumber, receivedBy });
  const asComplaint = { ...details, kind: data.kind, category: data.category ?? details.category };
  const facts = {
    to,
    kind: data.kind,
    reason: data.reason,
    number,
    came,
    history,
    accepted: now.accepted !== undefined,
  };
  return { type: 'CaseHandedOver', data: { ...facts, ...optional, details: asComplaint } };
};

/** A consultation: answered at first contact or referred to a unit, rated, or handed over where it is a complaint. */
export const consultation = (rules: Rules) => {
  const shared = casework(rules);
  /** Of one answered in the append that registers it: its stream is not known before it is to be stored. */
  const drawnAtOnce = ({ stream, kind, history }: CaseCommand<'RegisterCase'>['data']): readonly ConsultationFact[] =>
    stream === undefined || history ? [] : drawn(rules, { stream, details: { kind }, round: 1 });
  return decider<ConsultationCommand, ConsultationFact, CaseState>({
    initial: unregistered,
    decide: {
      ...shared.decide,
      RegisterCase: (command, now) => {
        const { accept, answer, knowledge } = command.data;
        const facts = shared.decide.RegisterCase(command, now);
        if (knowledge !== undefined && answer === undefined)
          throw new Refused('InvalidInput', { field: 'knowledge', problem: 'is named with the answer given' });
        if (answer === undefined || facts.length === 0) return facts;
        if (!accept)
          throw new Refused('InvalidInput', { field: 'answer', problem: 'only an accepted case is answered' });
        return [
          ...facts,
          { type: 'AnsweredAtFirstContact', data: { text: answer } },
          ...usedBy(command.data),
          ...drawnAtOnce(command.data),
        ];
      },
      AnswerAtFirstContact: ({ data, meta }, now) => {
        mustBe(now, 'accepted', 'assigned');
        if (now.everAssigned || now.round > 1) throw new Refused('AnsweredAlready');
        mustNotBeSuspended(now);
        rules.checkTime(meta, now);
        return [{ type: 'AnsweredAtFirstContact', data: { text: data.text } }, ...usedBy(data), ...drawn(rules, now)];
      },
      DeliverReply: (command, now) => [...shared.decide.DeliverReply(command, now), ...drawn(rules, now)],
      RateCase: ({ data, meta }, now) => {
        mustBe(now, 'answered');
        if (now.rated) throw new Refused('AlreadyRated');
        if (data.comment) mustNotBeRestricted(now);
        rules.checkTime(meta, now);
        return [{ type: 'CaseRated', data: defined(data) as never }];
      },
      HandOver: (command, now) => {
        if (now.status === 'handed-over') return [];
        mustBe(now, 'registered', ...OPEN);
        mustHoldNone(now);
        // It would follow nobody there, and its leading case would wait for nobody here.
        if (now.linked) throw new Refused('Linked');
        mustNotBeRestricted(now);
        const { data, meta } = command;
        if (!rules.actsFor(meta.by, now.unit)) throw new Refused('NotYourCase');
        rules.checkTime(meta, now);
        rules.checkKind(data.kind, rules.day(now.came.at), 'complaints');
        if (data.category !== undefined) rules.check('category', data.category, rules.day(now.came.at));
        const secrecy = now.secret ? [] : secrecyOfKind(rules, data.kind);
        return [...secrecy, handedOver(command, now)];
      },
      NoteHandoverRefused: ({ data, meta }, now) => {
        mustBeSystem(meta);
        return now.status === 'handed-over' ? [{ type: 'HandoverRefused', data }] : [];
      },
    },
    evolve: {
      ...shared.evolve,
      AnsweredAtFirstContact: (now, event) => moved(now, event, 'answered'),
      CaseRated: (now) => ({ ...now, rated: true }),
      CaseHandedOver: (now, event) => {
        const before = now.status === 'unregistered' ? 'registered' : now.status;
        return { ...moved(now, event, 'handed-over'), handedOver: { to: event.data.to, before } };
      },
      // It stays where it was before, and can be handed over again.
      HandoverRefused: (now, event) => {
        const { handedOver: gone, ...rest } = now;
        return gone ? { ...moved(rest, event, gone.before), since: now.since } : rest;
      },
    },
  });
};
