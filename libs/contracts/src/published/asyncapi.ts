import type { JsonObject } from '@sunlit/kernel';
import type { Text } from '../case.rpc.js';
import { publicEventTexts, type PublicEventType } from '../public-event.texts.js';
import { bothOf, eventSchemas, typesByService } from './event-schemas.js';
import type { JsonSchema } from './json-schema.js';
import { messageHeaders } from './message-headers.js';

/** The version of what is published. What is added raises the second number; the first stays, as nothing released is changed. */
export const CONTRACT_VERSION = '1.0.0';

const KAFKA_BINDING = '0.5.0';

/** The topic of a service's public events. The version is the topic's, not the events': another number of partitions is another version. */
export const topicOf = (service: string): string => `sunlit.${service}.v1`;

const services: Readonly<Record<string, Text>> = {
  consultations: { zh: '咨询服务的公开事件。', en: 'What the consultations service says publicly.' },
  complaints: { zh: '投诉服务的公开事件。', en: 'What the complaints service says publicly.' },
};

const INFO = `阳光系统向外公布的事件:只有事实,不含个人信息、账号和自由文本。
What Sunlit says to others: facts, without personal data, accounts or free text.

- 顺序:同一事项(消息的键)的事件在同一分区,首次出现按 \`ce_sequence\` 递增;不同事项之间没有顺序。
  Order: events of one subject (the key) are in one partition, their first occurrences by rising \`ce_sequence\`; between subjects there is none.
- 重复:至少一次;重复的消息 \`ce_id\` 相同。丢弃 \`ce_sequence\` 不大于已处理序号的消息即可。
  Repetition: at least once, with the same \`ce_id\`. Dropping what is not above the subject's last \`ce_sequence\` is enough.
- 保存:永久,可从头重读。分区数永不改变;需要更多分区时另建新版本的主题。
  Retention: for good, so everything can be read again from the beginning. A topic's partitions never change; more of them is a topic of another version.
- 演进:已发布的形状不变,只会增加可选属性、事件类型和主题;其余变化使用新的类型名。请忽略不认识的属性、消息头和类型。
  Evolution: a released shape never changes; optional properties, event types and topics may be added, anything else gets a new type name. Ignore properties, headers and types you do not know.`;

/** Schemas of AsyncAPI 3.0 are named by their place in the document, not by themselves. */
const inDocument = ({ $schema: _, $id: __, ...schema }: JsonSchema): JsonSchema => schema;

const ref = (path: string): JsonObject => ({ $ref: `#/${path}` });

const messageOf = (type: string): JsonObject => {
  const { title, description } = publicEventTexts[type as PublicEventType];
  return {
    name: type,
    title: `${title.zh} · ${title.en}`,
    summary: bothOf(description),
    traits: [ref('components/messageTraits/publicEvent')],
    headers: {
      allOf: [ref('components/schemas/MessageHeaders'), { type: 'object', properties: { ce_type: { const: type } } }],
    },
    payload: ref(`components/schemas/${type}`),
  };
};

const channelOf = (service: string, types: readonly string[]): JsonObject => ({
  address: topicOf(service),
  title: topicOf(service),
  description: bothOf(services[service]!),
  messages: Object.fromEntries(types.map((type) => [type, ref(`components/messages/${type}`)])),
  bindings: {
    kafka: {
      topic: topicOf(service),
      topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': -1, 'retention.bytes': -1 },
      bindingVersion: KAFKA_BINDING,
    },
  },
});

const operationOf = (service: string): JsonObject => ({
  action: 'send',
  channel: ref(`channels/${service}`),
  title: bothOf(services[service]!),
});

const mapped = <V>(keys: Iterable<string>, value: (key: string) => V): Record<string, V> =>
  Object.fromEntries(Array.from(keys, (key) => [key, value(key)]));

/** The AsyncAPI 3.0 document of all public events, as Sunlit sends them; complete in itself. */
export const asyncapi = (): JsonObject => {
  const schemas = eventSchemas();
  const types = typesByService();
  return {
    asyncapi: '3.0.0',
    id: 'urn:sunlit:public-events',
    info: { title: '阳光公开事件 · Sunlit public events', version: CONTRACT_VERSION, description: INFO },
    defaultContentType: 'application/json',
    channels: mapped(types.keys(), (service) => channelOf(service, types.get(service)!)),
    operations: Object.fromEntries([...types.keys()].map((service) => [`${service}.publish`, operationOf(service)])),
    components: {
      messageTraits: {
        publicEvent: {
          contentType: 'application/json',
          bindings: {
            kafka: {
              key: { type: 'string', description: '事项,与 ce_subject 相同。 The case, as in `ce_subject`.' },
              bindingVersion: KAFKA_BINDING,
            },
          },
        },
      },
      messages: mapped(schemas.keys(), messageOf),
      schemas: {
        MessageHeaders: inDocument(messageHeaders),
        ...mapped(schemas.keys(), (type) => inDocument(schemas.get(type)!)),
      },
    },
  };
};
