export * from './case/casework.events.js';
export * from './case/case.state.js';
export * from './case/rules.js';
export { drawOf } from './follow-up/follow-up.rules.js';
export { drawn, isFollowedUp } from './follow-up/follow-up.slice.js';
export type { Named } from './content/attribute.rules.js';
export * from './case/casework.js';
export { newRound } from './case/case.rounds.js';
export { usedBy } from './handling/reply.slice.js';
export { deadlineAnew } from './clock/deadline.slice.js';
export { mustNotBeSuspended } from './clock/suspension.slice.js';
export * from './service/case.handler.js';
export * from './service/case.service.js';
export * from './service/case.handover.js';
export * from './service/case.answers.js';
export { joiningPolicy } from './beside/joining.policies.js';
export { checkLasting } from './beside/contact.slice.js';
export { secrecyPublic } from './person/secrecy.events.js';
export { secrecyOfKind } from './person/secrecy.slice.js';
export { restrictionPublic } from './person/restriction.events.js';
export { sharingPublic } from './person/sharing.events.js';
export { sharingPolicy } from './person/sharing.policy.js';
export { mustNotBeRestricted } from './person/restriction.slice.js';
export * from './service/case.lookup.js';
export * from './service/case.tokens.js';
export * from './case/case.titles.js';
export {
  checkOfficialTexts,
  checkedMoment,
  parsedData,
  streamOfSource,
  type CommandPayload,
  withInstantsOf,
} from './service/case.input.js';
export * from './desk/desk.document.js';
export * from './desk/desk.index.js';
export * from './desk/desk.rows.js';
export { QUEUES, type Queue } from './desk/desk.filter.js';
export * from './desk/bigrams.js';
export * from './case/public-form.js';
export { orderNumberClaims, ORDER_NUMBERS } from './order/order-number.claims.js';
export { orderNumberEvents } from './order/order.events.js';
