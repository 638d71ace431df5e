import type { OrderStatus } from '@sunlit/contracts';
import { Refused, type CommandMeta } from '@sunlit/kernel';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  OPEN,
  defined,
  moved,
  momentOfCommand,
  mustBe,
  mustBeHere,
  mustHoldNone,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import { deadlineAnew, deadlineStarted } from '../clock/deadline.slice.js';
import { withOrder, type Order, type OrderFact, type OrderTaken } from './order.state.js';
import type { Rules } from '../case/rules.js';

/** Statuses in which nothing more is done here unless somebody takes it up again: what became of it can be reported. */
const FINISHED: readonly CaseState['status'][] = ['answered', 'closed', 'declined', 'withdrawn'];
/** Where a bounced report begins a new round; a declined or joined case goes on when it is accepted or released. */
const REOPENED: readonly CaseState['status'][] = ['answered', 'closed', 'withdrawn'];
const UNANSWERED: readonly CaseState['status'][] = ['registered', ...OPEN];

const orderOf = (now: CaseState): Order => {
  mustBeHere(now);
  if (!now.order) throw new Refused('NotAnOrder');
  return now.order;
};

const orderMustBe = (now: CaseState, ...statuses: readonly OrderStatus[]): Order => {
  const order = orderOf(now);
  if (!statuses.includes(order.status)) throw new Refused('WrongOrderState', { orderStatus: order.status });
  return order;
};

type Received = Extract<OrderFact, { type: 'OrderReceived' | 'OrderCarriedOver' }>;

const orderGiven = (rules: Rules, { data, meta }: CaseCommand<'RegisterCase'>): OrderTaken | null => {
  const { order, source, externalNumber, orderTaken } = data;
  if (orderTaken) return orderTaken;
  if (!order) return null;
  const problem = (text: string) => new Refused('InvalidInput', { field: 'order', problem: text });
  if (!rules.isPlatform(source)) throw problem('its source is no platform');
  if (externalNumber === undefined) throw problem("needs externalNumber, the platform's own number");
  if (order.dispatchedAt > meta.recordedAt) throw new Refused('InTheFuture', { at: order.dispatchedAt });
  return { platform: source, number: externalNumber, ...defined(order) };
};

/** The order a case comes as, with the platform's limits, and where it stands if it was handed over; nothing where it came otherwise. */
export const orderReceived = (rules: Rules, command: CaseCommand<'RegisterCase'>): readonly Received[] => {
  const taken = orderGiven(rules, command);
  if (!taken) return [];
  const { stands, ...given } = taken;
  const limits = command.data.history ? {} : rules.orderLimits(given.platform, given.dispatchedAt);
  const received: Received = { type: 'OrderReceived', data: defined({ ...given, ...limits }) as never };
  return stands ? [received, { type: 'OrderCarriedOver', data: stands }] : [received];
};

/** Whether an order in hand is sent as it is known, or as it was before: then nobody dispatched it anew. */
const isKnown = (data: CaseCommand<'NoteOrderSentAgain'>['data'], { status, dispatchedAt, dueAt }: Order): boolean => {
  if (status === 'taken-back') return false;
  return data.dispatchedAt < dispatchedAt || (data.dispatchedAt === dispatchedAt && (data.dueAt ?? dueAt) === dueAt);
};

/** What had been taken back goes on where it stood; what is in hand stays there, to be signed for once more. */
const sentAgain: EvolveRows<'OrderSentAgain'>['OrderSentAgain'] = (now, event) =>
  now.order?.before ? moved(withOrder(now, event), event, now.order.before) : withOrder(now, event);

/** What passes between the office and a platform about its order: signed for, returned, extended, reported, bounced, rated. */
export const order = (rules: Rules) => {
  /** A step answers the one before it, and none is older than the order. */
  const checkStep = (meta: CommandMeta, now: CaseState, answered = now.order!.since): void => {
    rules.checkTime(meta, now, answered);
    rules.notBefore(momentOfCommand(meta), { at: now.order!.dispatchedAt, precision: 'minute' });
  };

  const mustBeReportable = (now: CaseState, answered: string | undefined): void => {
    const elsewhere = now.status === 'joined' && answered !== undefined && answered === now.joined?.into;
    if (!elsewhere && (answered !== undefined || !FINISHED.includes(now.status))) throw new Refused('NotFinished');
  };

  const reopened = (now: CaseState, meta: CommandMeta, reason: string): CaseworkFact[] =>
    REOPENED.includes(now.status)
      ? [
          { type: 'CaseReopened', data: { round: now.round + 1, reason } },
          ...deadlineAnew(rules, now, meta, 'reopened'),
        ]
      : [];

  const decide: DecideRows<
    | 'SignOrder'
    | 'ReturnOrder'
    | 'NoteOrderTakenBack'
    | 'NoteOrderInsisted'
    | 'NoteOrderSentAgain'
    | 'AskOrderExtension'
    | 'NoteOrderExtension'
    | 'ReportOrder'
    | 'NoteReportTaken'
    | 'NoteReportBounced'
    | 'RecordPlatformRating'
  > = {
    SignOrder: ({ meta }, now) => {
      if (orderOf(now).status === 'signed') return [];
      orderMustBe(now, 'to-sign');
      checkStep(meta, now);
      return [{ type: 'OrderSigned', data: {} }];
    },
    ReturnOrder: ({ data, meta }, now) => {
      const { platform, returnUntil, insisted } = orderMustBe(now, 'to-sign', 'signed');
      mustBe(now, ...UNANSWERED, 'declined');
      if (insisted) throw new Refused('OrderInsisted');
      checkStep(meta, now);
      if (returnUntil !== undefined && meta.at > returnUntil)
        throw new Refused('OrderReturnTooLate', { until: returnUntil });
      rules.checkOrderReturn(platform, data.ground, rules.day(meta.at));
      return [{ type: 'OrderReturnAsked', data: defined(data) as never }];
    },
    NoteOrderTakenBack: ({ data, meta }, now) => {
      orderMustBe(now, 'to-sign', 'signed', 'return-asked', 'bounced');
      mustBe(now, ...UNANSWERED, 'declined');
      mustHoldNone(now);
      if (now.linked) throw new Refused('Linked');
      checkStep(meta, now);
      return [{ type: 'OrderTakenBack', data: defined(data) as never }];
    },
    NoteOrderInsisted: ({ data, meta }, now) => {
      orderMustBe(now, 'return-asked');
      checkStep(meta, now);
      return [{ type: 'OrderInsisted', data: defined(data) as never }];
    },
    NoteOrderSentAgain: ({ data, meta }, now) => {
      if (isKnown(data, orderOf(now))) return [];
      const { platform, since, status } = orderMustBe(now, 'taken-back', 'to-sign', 'signed');
      if (status !== 'taken-back') mustBe(now, ...UNANSWERED);
      rules.checkTime(meta, now, since);
      if (data.dispatchedAt > meta.recordedAt) throw new Refused('InTheFuture', { at: data.dispatchedAt });
      const limits = rules.orderLimits(platform, data.dispatchedAt);
      const fact = { type: 'OrderSentAgain' as const, data: defined({ ...data, ...limits }) as never };
      return [fact, ...deadlineStarted(rules, sentAgain(now, { ...fact, meta } as never), 'dispatched')];
    },
    AskOrderExtension: ({ data, meta }, now) => {
      const { dueAt, extension } = orderMustBe(now, 'signed', 'bounced');
      mustBe(now, ...UNANSWERED);
      if (dueAt === undefined) throw new Refused('NoOrderDueTime');
      if (extension) throw new Refused('OrderExtensionPending');
      checkStep(meta, now);
      if (meta.at > dueAt) throw new Refused('OrderExtensionTooLate');
      if (data.dueAt <= dueAt) throw new Refused('NotAfterDueTime', { dueAt });
      return [{ type: 'OrderExtensionAsked', data }];
    },
    NoteOrderExtension: ({ data: { granted, dueAt, note }, meta }, now) => {
      const { extension, dueAt: before } = orderMustBe(now, 'signed', 'bounced', 'return-asked');
      if (!extension) throw new Refused('NoOrderExtensionPending');
      rules.checkTime(meta, now, extension.asked);
      if (!granted) return [{ type: 'OrderExtensionRefused', data: defined({ note }) as never }];
      const until = dueAt ?? extension.dueAt;
      if (before !== undefined && until <= before) throw new Refused('NotAfterDueTime', { dueAt: before });
      return [{ type: 'OrderExtensionGranted', data: defined({ dueAt: until, note }) as never }];
    },
    ReportOrder: ({ data: { answered, note }, meta }, now) => {
      orderMustBe(now, 'signed', 'return-asked', 'bounced');
      mustBeReportable(now, answered);
      checkStep(meta, now);
      rules.checkTime(meta, now);
      return [{ type: 'OrderReported', data: defined({ round: now.round, answered, note }) as never }];
    },
    NoteReportTaken: ({ meta }, now) => {
      if (orderOf(now).status === 'taken') return [];
      orderMustBe(now, 'reported');
      checkStep(meta, now);
      return [{ type: 'OrderReportTaken', data: {} }];
    },
    NoteReportBounced: ({ data, meta }, now) => {
      orderMustBe(now, 'reported', 'taken');
      checkStep(meta, now);
      if (REOPENED.includes(now.status)) rules.checkTime(meta, now);
      return [{ type: 'OrderReportBounced', data: defined(data) as never }, ...reopened(now, meta, data.reason)];
    },
    // Somebody else's word about this office: it moves nothing here, and is asked about a report once.
    RecordPlatformRating: ({ data, meta }, now) => {
      const { platform, reported } = orderOf(now);
      if (!reported) throw new Refused('WrongOrderState', { orderStatus: now.order!.status });
      if (reported.rated) throw new Refused('AlreadyRated');
      rules.checkTime(meta, now, reported.at);
      return [{ type: 'PlatformRated', data: defined({ platform, ...data, round: reported.round }) as never }];
    },
  };

  const evolve: EvolveRows<OrderFact['type']> = {
    OrderReceived: withOrder,
    OrderCarriedOver: withOrder,
    OrderSigned: withOrder,
    OrderReturnAsked: withOrder,
    OrderTakenBack: (now, event) => moved(withOrder(now, event), event, 'taken-back'),
    OrderInsisted: withOrder,
    OrderSentAgain: sentAgain,
    OrderExtensionAsked: withOrder,
    OrderExtensionGranted: withOrder,
    OrderExtensionRefused: withOrder,
    OrderReported: withOrder,
    OrderReportTaken: withOrder,
    OrderReportBounced: withOrder,
    PlatformRated: withOrder,
  };
  return { decide, evolve };
};
