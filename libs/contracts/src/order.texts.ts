import type { Text } from './case.rpc.js';
import type { orderPublicEvents } from './order.events.js';

const text = (title: readonly [zh: string, en: string], zh: string, en: string) => ({
  title: { zh: title[0], en: title[1] } satisfies Text,
  description: { zh, en } satisfies Text,
});

/** The texts of public events of platforms' orders. */
export const orderEventTexts: Readonly<Record<keyof typeof orderPublicEvents, ReturnType<typeof text>>> = {
  OrderReceived: text(
    ['平台派单', 'Order received'],
    '事项由平台派单而来,附平台编号、派单时刻及平台期限。',
    'The case came as an order of a platform, with its number, when it was dispatched and when it is due there.',
  ),
  OrderSigned: text(
    ['签收平台工单', 'Order signed for'],
    '本单位已签收平台工单。',
    'The office took the order in hand.',
  ),
  OrderReturnAsked: text(
    ['向平台申请退单', 'Return asked of the platform'],
    '认为不应由本单位办理,向平台申请退单,附理由代码。',
    'The office asks the platform to take the order back, for this ground.',
  ),
  OrderTakenBack: text(
    ['平台收回工单', 'Taken back by the platform'],
    '平台同意退单或自行收回:本单位不再办理,不计入受理。',
    'The platform took the order back: it is handled here no more, and is no accepted matter.',
  ),
  OrderInsisted: text(
    ['平台不同意退单', 'Platform insists'],
    '平台不同意退单,仍由本单位办理。',
    'The platform wants it handled here all the same.',
  ),
  OrderSentAgain: text(
    ['平台再次派单', 'Sent again by the platform'],
    '平台以同一编号再次派来:同一事项继续办理,重新签收,自派单起算的期限重新起算。',
    'It came again under its number: the same matter goes on, to be signed for anew; a limit that counts from dispatch begins again.',
  ),
  OrderExtensionAsked: text(
    ['向平台申请延期', 'More time asked of the platform'],
    '向平台申请延长办结时限。',
    'The platform is asked for more time.',
  ),
  OrderExtensionGranted: text(
    ['平台同意延期', 'More time granted by the platform'],
    '平台同意延期,按新的时刻办结。',
    'The order is due at another time there.',
  ),
  OrderExtensionRefused: text(
    ['平台不同意延期', 'More time refused by the platform'],
    '平台不同意延期,时限不变。',
    'The order stays due when it was.',
  ),
  OrderReported: text(
    ['向平台报结', 'Reported to the platform'],
    '办理结果已报平台,待平台审核。',
    'What became of it went back to the platform, which is to take it.',
  ),
  OrderReportTaken: text(['平台审核通过', 'Report taken'], '平台接收报结。', 'The platform took the report.'),
  OrderReportBounced: text(
    ['平台退回重办', 'Report bounced'],
    '平台退回报结,要求重办;另有 CaseReopened 开始新一轮。',
    'The platform does not take the report; a CaseReopened begins the new round.',
  ),
  PlatformRated: text(
    ['平台回访评价', 'Rated to the platform'],
    '平台回访所得评价,以平台名义单列,不计入本单位回访满意度。',
    "What the person told the platform: a figure of its own, never counted among the office's follow-ups.",
  ),
};
