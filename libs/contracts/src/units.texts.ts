import type { Text } from './case.rpc.js';
import type { unitsPublicEvents } from './units.events.js';

const text = (title: readonly [zh: string, en: string], zh: string, en: string) => ({
  title: { zh: title[0], en: title[1] } satisfies Text,
  description: { zh, en } satisfies Text,
});

/** The texts of public events of interim replies, suspensions and assisting units. */
export const unitsEventTexts: Readonly<Record<keyof typeof unitsPublicEvents, ReturnType<typeof text>>> = {
  InterimReplyGiven: text(
    ['阶段性回复', 'Interim reply'],
    '先行告知来电人(如“已收到,已转某单位”);不是答复,不停止计时。',
    'The person was told something meanwhile ("received, passed to X"): no answer, and no clock stops.',
  ),
  SuspensionAsked: text(
    ['申请挂起', 'Suspension asked for'],
    '因等待来件人或其他机关,申请挂起,附理由代码。',
    'It waits for the person or for another authority: its clock is to stand still, for this ground.',
  ),
  SuspensionRefused: text(['不同意挂起', 'Suspension refused'], '不同意挂起,继续计时。', 'The clock goes on.'),
  CaseSuspended: text(
    ['挂起', 'Suspended'],
    '同意挂起:自 on 起停止计时,最迟到 until。',
    'The clock stands still from `on`, up to `until` at most; neither overdue nor warned of meanwhile.',
  ),
  CaseResumed: text(
    ['恢复办理', 'Resumed'],
    '结束挂起,继续计时;到期日顺延的,另有 DeadlineMoved。',
    'The clock runs again; a DeadlineMoved says where the due date moved to.',
  ),
  AssignmentPassedDown: text(
    ['主办单位交下级办理', 'Passed down by the lead'],
    '主办单位交由下级单位具体办理,仍由主办单位负责。',
    'A unit below the lead does the work; the lead stays answerable.',
  ),
  TaskGiven: text(
    ['交办协办任务', 'A unit is to assist'],
    '请另一单位协办,附协办期限。',
    'Another unit is to assist, by this day.',
  ),
  TaskSigned: text(['签收协办任务', 'Task signed for'], '协办单位签收。', 'The assisting unit has taken it in hand.'),
  TaskReturned: text(
    ['退回协办任务', 'Task given back'],
    '协办单位退回,附理由代码;经上级交办的退回上级。',
    'The unit gave it back, for this ground: to the unit that had passed it down, else to the lead.',
  ),
  TaskPassedDown: text(
    ['协办任务交下级办理', 'Task passed down'],
    '协办单位交由下级单位办理,仍由其负责。',
    'A unit below does it; the one that passed it down stays answerable.',
  ),
  TaskFinished: text(
    ['协办完成', 'Task finished'],
    '协办单位已报送办理情况。',
    'The assisting unit told the lead what it found or did.',
  ),
  TaskCancelled: text(
    ['取消协办任务', 'Task cancelled'],
    '协办任务不必再办:主办单位取消(asked),或者该单位、交办的上级已成为主办单位(leads)。',
    'Nothing is left to do: the lead took it back (asked), or the unit, or one answerable for it, leads the case now (leads).',
  ),
  TaskWarned: text(
    ['协办临期提醒', 'Task due soon'],
    '协办期限临近,尚未完成。',
    'The task is due soon and unfinished.',
  ),
  TaskReminded: text(
    ['协办超期催办', 'Task overdue'],
    '协办期限已过,尚未完成。',
    'The task is past its day and unfinished.',
  ),
};
