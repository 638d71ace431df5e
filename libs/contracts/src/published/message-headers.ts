import type { JsonSchema } from './json-schema.js';

const instant = (description: string): JsonSchema => ({
  type: 'string',
  format: 'date-time',
  pattern: 'Z$',
  description,
});
const text = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });

/** The headers of every message on a topic: CloudEvents 1.0 in Kafka's binary mode. Each is a text in UTF-8. */
export const messageHeaders: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:sunlit:message-headers',
  title: '消息头 · Message headers',
  description:
    'CloudEvents 1.0,Kafka 二进制模式。未列出的消息头请忽略。 CloudEvents 1.0 in the binary mode of its Kafka binding. Ignore headers that are not named here.',
  type: 'object',
  properties: {
    ce_specversion: { type: 'string', const: '1.0', description: 'CloudEvents 版本。 Version of CloudEvents.' },
    ce_id: text('事件的唯一标识;重复投递时不变,用于去重。 Identifies the event; the same when it is delivered again.'),
    ce_source: text('发布事件的服务,如 complaints。 The service that says it, such as `complaints`.'),
    ce_type: text('事件类型;类型名即形状:形状变了,名字也变。 The type; a changed shape gets another name.'),
    ce_subject: text('事项,即消息的键。 The case it is about: the key of the message.'),
    ce_time: instant('事件何时发生。 When it happened.'),
    ce_sequence: {
      type: 'string',
      pattern: '^[0-9]{1,16}$',
      description:
        '事项内的序号,按数值递增,可有间隔。 Place within the subject: a whole number that rises, with gaps; compare as numbers.',
    },
    ce_recordedat: instant('事件何时记录,不早于 ce_time。 When it was recorded, never before `ce_time`.'),
    ce_stated: {
      type: 'string',
      enum: ['true', 'false'],
      description:
        'ce_time 是否由人填报,而非记录的时刻。 Whether `ce_time` was stated by somebody, not just the moment of recording.',
    },
    ce_unit: text('经手的单位(如有)。 The unit of who did it, where they have one.'),
    'content-type': { type: 'string', const: 'application/json', description: '正文格式。 What the body is.' },
    traceparent: text('W3C 追踪上下文(如有)。 W3C trace context of the command behind it, where that was traced.'),
  },
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_subject',
    'ce_time',
    'ce_sequence',
    'ce_recordedat',
    'ce_stated',
    'content-type',
  ],
};
