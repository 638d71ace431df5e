import type { Part } from '@sunlit/contracts';
import { Refused, type Box } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  OPEN,
  defined,
  moved,
  momentOf,
  momentOfCommand,
  mustBe,
  mustBeHere,
  mustHoldNone,
  unregistered,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import { openedBy } from '../beside/contact.slice.js';
import { newRound } from '../case/case.rounds.js';
import { deadlineAnew, setDeadline } from '../clock/deadline.slice.js';
import { withdrawn } from '../beside/joining.slice.js';
import { namedAtRegistration } from '../content/naming.slice.js';
import { orderReceived } from '../order/order.slice.js';
import { withOrder } from '../order/order.state.js';
import type { Rules } from '../case/rules.js';
import { secrecyAtRegistration } from '../person/secrecy.slice.js';

type Register = CaseCommand<'RegisterCase'>;

const checkCodes = (rules: Rules, { data, meta }: Register): void => {
  const on = rules.day(meta.at);
  rules.checkKind(data.kind, on);
  for (const field of ['category', 'source', 'medium', 'servicePoint'] as const)
    if (data[field] !== undefined) rules.check(field, data[field], on);
  if (data.receivedBy !== undefined) rules.checkUnit(data.receivedBy, on);
};

const registered = ({ data, meta }: Register): CaseworkFact => {
  const {
    accept: _,
    answer: __,
    erasedParts: ___,
    secrecy: ____,
    contact: _____,
    attributes: ______,
    shared: told,
    order: o,
    orderTaken: t,
    stream: s,
    knowledge: k,
    edition: e,
    ...kept
  } = data;
  void [o, t, s, k, e, told];
  const receivedBy = data.receivedBy ?? meta.by.unit;
  return { type: 'CaseRegistered', data: defined({ ...kept, receivedBy, caller: data.caller as Box }) as never };
};

/** What was erased where the case came from stays erased here. */
const erasedBefore = ({ data }: Register): CaseworkFact[] => {
  const parts = data.erasedParts ?? [];
  if (parts.length === 0) return [];
  const keys = [parts.includes('caller') && data.caller?.key, parts.includes('subject') && data.subject?.key];
  const linked = data.origin && { linked: data.origin.stream };
  return [
    {
      type: 'PersonalDataErased',
      data: { parts: [...parts], keys: keys.filter((key) => !!key) as string[], ...linked },
    },
  ];
};

/** How a case comes in and leaves: registered, accepted or declined, withdrawn, voided, reopened. */
export const intake = (rules: Rules) => {
  const accepted = (now: CaseState): CaseworkFact[] => [
    { type: 'CaseAccepted', data: {} },
    ...setDeadline(rules, now, 'accepted'),
  ];

  const decide: DecideRows<'RegisterCase' | 'AcceptCase' | 'DeclineCase' | 'WithdrawCase' | 'VoidCase' | 'ReopenCase'> =
    {
      RegisterCase: (command, now) => {
        const { data, meta } = command;
        if (now.status !== 'unregistered') return [];
        checkCodes(rules, command);
        if (data.history && !rules.mayRecordHistory(meta.by)) throw new Refused('NotAllowed');
        rules.checkLimit(meta, !data.history);
        const clockFrom = momentOfCommand(meta);
        const orders = orderReceived(rules, command);
        const came: CaseState = { ...unregistered, details: data as never, history: data.history, clockFrom };
        const then = orders.reduce((now, fact) => withOrder(now, { ...fact, meta } as never), came);
        return [
          registered(command),
          ...orders,
          ...namedAtRegistration(rules, command),
          ...openedBy(command),
          ...secrecyAtRegistration(rules, command),
          ...erasedBefore(command),
          ...(data.accept ? accepted(then) : []),
        ];
      },
      AcceptCase: ({ meta }, now) => {
        if (now.status === 'accepted') return [];
        // One wrongly declined is accepted after all: the same matter, its clock running from when the person came.
        mustBe(now, 'registered', 'declined');
        rules.checkTime(meta, now);
        return accepted(now);
      },
      DeclineCase: ({ data, meta }, now) => {
        if (now.status === 'declined') return [];
        mustBe(now, 'registered', 'accepted', 'returned');
        mustHoldNone(now);
        rules.checkTime(meta, now);
        rules.check('ground', data.ground, rules.day(meta.at));
        return [{ type: 'CaseDeclined', data: defined(data) }];
      },
      WithdrawCase: ({ data, meta }, now) => {
        if (now.status === 'withdrawn') return [];
        mustBe(now, 'registered', ...OPEN);
        rules.checkTime(meta, now, now.came);
        return withdrawn(now, data.reason);
      },
      VoidCase: ({ data, meta }, now) => {
        if (now.status === 'voided') return [];
        mustBeHere(now);
        if (now.status === 'joined') throw new Refused('Joined');
        mustHoldNone(now);
        rules.checkTime(meta, now, now.came);
        return [{ type: 'CaseVoided', data }];
      },
      ReopenCase: ({ data, meta }, now) => {
        mustBe(now, 'answered', 'closed', 'withdrawn');
        rules.checkTime(meta, now);
        const round = now.round + 1;
        return [
          { type: 'CaseReopened', data: { round, reason: data.reason } },
          ...deadlineAnew(rules, now, meta, 'reopened'),
        ];
      },
    };

  const evolve: EvolveRows<
    'CaseRegistered' | 'CaseAccepted' | 'CaseDeclined' | 'CaseWithdrawn' | 'CaseVoided' | 'CaseReopened'
  > = {
    CaseRegistered: (_, event) => {
      const {
        number,
        externalNumber,
        contactable,
        receivedBy,
        history,
        origin,
        caller,
        statement,
        subject,
        ...details
      } = event.data;
      const came = momentOf(event);
      const keys: Partial<Record<Part, string>> = { caller: caller.key, ...(subject && { subject: subject.key }) };
      const optional = defined({ externalNumber, receivedBy, origin });
      const moments = { came, since: came, clockFrom: came, registeredAt: event.meta.recordedAt };
      const { stream } = event;
      // `statement` lies under the caller's key and is nothing to decide by.
      void statement;
      return {
        ...unregistered,
        ...optional,
        ...moments,
        status: 'registered',
        stream,
        number,
        details,
        contactable,
        history,
        keys,
      };
    },
    CaseAccepted: (now, event) => ({ ...moved(now, event, 'accepted'), accepted: momentOf(event) }),
    CaseDeclined: (now, event) => moved(now, event, 'declined'),
    CaseWithdrawn: (now, event) => moved(now, event, 'withdrawn'),
    CaseVoided: (now, event) => moved(now, event, 'voided'),
    CaseReopened: newRound,
  };
  return { decide, evolve };
};
