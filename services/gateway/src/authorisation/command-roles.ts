import type { RoleCode } from '@sunlit/platform';

/**
 * Which role may send which command, by mutation; the SDL's `@allow` repeats it and a test compares the two. Which *unit* may act on a
 * case, and who may grant how much time, is decided by the services.
 */
export const COMMAND_ROLES: Readonly<Record<string, readonly RoleCode[]>> = {
  registerConsultation: ['citizen', 'operator', 'reviewer'],
  registerComplaint: ['citizen', 'operator', 'reviewer'],
  registerCase: ['citizen', 'operator', 'reviewer'],
  acceptCase: ['operator', 'reviewer'],
  declineCase: ['operator', 'reviewer'],
  assignCase: ['operator', 'reviewer'],
  signAssignment: ['unit-handler'],
  returnAssignment: ['unit-handler'],
  draftReply: ['operator', 'unit-handler'],
  sendBackReply: ['reviewer'],
  approveReply: ['reviewer'],
  deliverReply: ['operator', 'unit-handler', 'reviewer'],
  requestExtension: ['operator', 'unit-handler'],
  grantExtension: ['operator', 'reviewer', 'administrator'],
  refuseExtension: ['operator', 'reviewer', 'administrator'],
  correctDetails: ['operator', 'reviewer'],
  correctCaller: ['operator', 'reviewer'],
  voidCase: ['reviewer', 'administrator'],
  withdrawCase: ['operator', 'reviewer'],
  reopenCase: ['operator', 'reviewer'],
  erasePersonalData: ['reviewer', 'administrator'],
  recordAnswer: ['operator', 'administrator'],
  attemptFollowUp: ['operator', 'reviewer'],
  closeCase: ['operator', 'reviewer'],
  redoCase: ['operator', 'reviewer'],
  answerAtFirstContact: ['operator'],
  rateCase: ['operator'],
  handOver: ['operator', 'reviewer'],
};
