import type { JsonObject } from '@sunlit/kernel';

/** Why a step is taken, as staff write it down. */
export const REMARKS = {
  extension: [
    '需现场核实后答复。',
    '需等待第三方检测报告。',
    '涉及两家企业责任划分，需再次约谈。',
    '需调取外地车载视频。',
    '当事人出差，约定下周见面核实。',
  ],
  extensionRefused: ['情况清楚，请按期答复。', '理由不充分，先行答复已查明部分。'],
  sentBack: ['请写明办理依据和时限。', '请补充处理结果。', '答复未回应第二个问题，请补充。', '请说明整改完成日期。'],
  redo: ['应解决而未解决，责令重办。', '答复与现场情况不符，责令重办。', '承办单位未回应主要诉求，责令重办。'],
  returned: ['职责在其他单位。', '经核属其他科室牵头事项。', '该路段不归本单位管养。'],
  withdrawn: ['来电人已自行解决。', '来电人表示不再需要答复。', '双方已协商一致。'],
  voided: ['重复登记，作废。', '误登记，作废。', '测试录入，作废。'],
  corrected: ['归类有误，更正。', '经与来电人核对，更正。'],
  reopened: ['来电人再次来电，反映问题复发。', '来电人对答复仍有疑问，要求补充说明。'],
  handedOver: ['来电人实为投诉，转投诉办理。', '核实后属服务质量问题，转投诉办理。'],
  satisfied: ['处理及时，谢谢。', '态度很好。', '问题已经解决。', '希望继续保持。'],
  dissatisfied: ['问题没有真正解决。', '答复太笼统。', '处理得太慢。'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What an answer adds when it was sent back, or is given in another round. */
export const SUPPLEMENTS = {
  completed: ['有关依据和完成时限已一并说明。', '整改情况已由单位负责人复核。', '处理结果附照片备查。'],
  again: ['经重新调查核实：', '经分管负责人带队复核：', '再次办理情况如下：'],
} as const;

const PERSON = /^(询问|咨询|求助|反映|举报|建议|表扬|来电)/;
const SAID: Readonly<Record<string, readonly string[]>> = {
  询问: ['您好，我想问一下{0}。', '麻烦问一下，{0}？'],
  咨询: ['您好，我想咨询{0}。', '请问{0}，需要注意什么？'],
  求助: ['麻烦帮帮忙，{0}，很着急。', '想请你们帮忙{0}。'],
  反映: ['我要反映一下，{0}，希望尽快处理并给我回话。', '{0}，已经不是第一次了，请管一管。'],
  举报: ['我要举报，{0}，请去查一查。', '{0}，请替我保密。'],
  建议: ['我有个建议，{0}，请考虑。', '能不能{0}？大家都盼着。'],
  表扬: ['我想表扬{0}，请转达谢意。', '打电话来就是想谢谢{0}。'],
  来电: ['您好，我是来{0}的。'],
};

/** What the person said, in their own words, of which the summary is the operator's. */
export const said = (pick: (list: readonly string[]) => string, summary: string): string => {
  const [verb = '询问'] = PERSON.exec(summary) ?? [];
  return pick(SAID[verb]!).replace('{0}', summary.replace(PERSON, ''));
};

const TAXI_COMPANIES = ['顺通出租车公司', '平安出租车公司', '魏都出租车公司'];

/** The profile's list of lines, which stands for the bureau's own. */
const LINES = ['example-line-1', 'example-line-5', 'example-line-9'];
/** The listed line that stands for the one a text names. */
const listedLine = (named: string): string => LINES[Number.parseInt(named, 10) % LINES.length]!;

/** The public object a matter of this category is about, where there is one. */
export const objectOf = (
  category: string,
  slots: (name: string) => string,
  pick: (list: readonly string[]) => string,
): JsonObject | null => {
  const [field] = category.split('.');
  if (field === 'bus') return { line: listedLine(slots('line')), company: '莲城公交公司' };
  if (field === 'taxi') return { company: pick(TAXI_COMPANIES) };
  if (field === 'coach') return { company: '长运客运公司' };
  return category.startsWith('roads.') && category !== 'roads.rural' ? { road: slots('road') } : null;
};
