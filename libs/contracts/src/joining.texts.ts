import type { Text } from './case.rpc.js';
import type { contactPublicEvents, joiningPublicEvents } from './joining.events.js';

type Type = keyof typeof joiningPublicEvents | keyof typeof contactPublicEvents;

const text = (title: readonly [zh: string, en: string], zh: string, en: string) => ({
  title: { zh: title[0], en: title[1] } satisfies Text,
  description: { zh, en } satisfies Text,
});

/** The texts of public events of contacts, and of several cases about one matter. */
export const joiningEventTexts: Readonly<Record<Type, ReturnType<typeof text>>> = {
  ContactAdded: text(
    ['再次来电来访', 'The person came again'],
    '同一人就同一事项再次来电、来访或来信:催办、补充事实或撤回;不重新计时。',
    'Another call, visit or message about the matter: to chase it up, to add facts, to withdraw it. It restarts no clock.',
  ),
  DuplicateHeld: text(
    ['并入重复件', 'A duplicate is joined into this one'],
    '同一人的同一事项,另一件并入本件,合并答复;此处先记。',
    'The same person told the same matter twice: the other case is joined into this one. Recorded here first.',
  ),
  DuplicateReleased: text(
    ['解除并案', 'The duplicate is released'],
    '重复件不再并入本件;code 为未能并入的原因。',
    'The duplicate goes on by itself again; `code` says why it was not joined at all.',
  ),
  CaseJoined: text(
    ['已并案', 'Joined into another case'],
    '作为同一人的重复件并入 into,以其答复为准;不再单独计时,计入受理、不计入去重件数。',
    'A duplicate of the same person: answered by the case `into`. No clock runs; it counts among the accepted, not among the matters.',
  ),
  CaseUnjoined: text(
    ['恢复单独办理', 'On its own again'],
    '解除并案,恢复并案前的状态与期限。',
    'It is no duplicate after all: where it stood before, due when it was due before.',
  ),
  FollowerHeld: text(
    ['关联同一事项的他人来件', "Another person's case follows this one"],
    '他人反映同一事项,随本件一并办理;此处先记。',
    'Another person told the same matter: handled here, once. Recorded here first.',
  ),
  FollowerReleased: text(
    ['解除关联', 'The following case is released'],
    '该事项不再随本件办理;code 为未能关联的原因。',
    'It is handled by itself again; `code` says why it was not linked at all.',
  ),
  CaseLinked: text(
    ['随另一事项办理', 'Follows another case'],
    '与他人的同一事项关联,由 under 牵头办理;仍单独计时、答复、回访、评价。',
    'The same matter as another person’s, handled under the leading case; timed, answered, followed up and rated for itself.',
  ),
  CaseUnlinked: text(
    ['不再随另一事项办理', 'Handled by itself again'],
    '解除关联,单独办理。',
    'It follows the leading case no more.',
  ),
  ReplyTakenOver: text(
    ['采用牵头事项的答复', 'The leading case’s reply taken over'],
    '牵头事项的答复已审核,同样用于本件,待送达本人。',
    'The reply approved for the leading case is this one’s too, to be delivered to this person.',
  ),
  CaseDeclinedAsAnswered: text(
    ['不予受理:此前已答复', 'Declined: answered before'],
    '此前已就同一事项答复(answered),且无新内容,不予受理。',
    'The matter was answered before, as the case `answered`, and nothing new is told.',
  ),
  InvalidContact: text(
    ['无效来电', 'A contact that opens nothing'],
    '无声、测试或骚扰的来电来访,不立事项。',
    'Nobody spoke, it was a test, or it was to harass: no matter is opened.',
  ),
  InvalidContactVoided: text(
    ['无效来电作废', 'An invalid contact voided'],
    '误记的无效来电作废,不计入统计。',
    'It was recorded by mistake and counts nowhere.',
  ),
};
