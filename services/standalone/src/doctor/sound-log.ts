import { categoryOf, derivedId, type Json, type StoredEvent } from '@sunlit/kernel';
import type { Find } from './doctor.types.js';
import { fingerprint, fingerprints } from './fingerprints.js';

/** The last event of a stream, and the revision its command's append began at. */
interface Last {
  readonly revision: number;
  readonly recordedAt: string;
  readonly commandId: string;
  readonly began: number;
}

interface Fault {
  readonly event: StoredEvent;
  readonly expected: Json;
  readonly found: Json;
  readonly zh: string;
  readonly en: string;
}

const placeOf = ({ stream, revision }: StoredEvent): string => `${stream}@${revision}`;
const commandOf = ({ stream, meta }: StoredEvent): string => `${stream} ${meta.commandId}`;
const isLater = (one: string, other: string): boolean => Date.parse(one) > Date.parse(other);

const checkTimes = (event: StoredEvent, last: Last | undefined, fault: (fault: Fault) => void): void => {
  const { recordedAt, occurredAt } = event.meta;
  if (last && isLater(last.recordedAt, recordedAt))
    fault({
      event,
      expected: last.recordedAt,
      found: recordedAt,
      zh: '记录时间早于同一流的前一事件',
      en: "recorded before the stream's previous event",
    });
  if (occurredAt && isLater(occurredAt.at, recordedAt))
    fault({
      event,
      expected: recordedAt,
      found: occurredAt.at,
      zh: '发生时间晚于记录时间',
      en: 'happened after it was recorded',
    });
};

const checkId = (event: StoredEvent, began: number, fault: (fault: Fault) => void): void => {
  const expected = derivedId(event.stream, event.meta.commandId, event.revision - began);
  if (event.id !== expected)
    fault({
      event,
      expected,
      found: event.id,
      zh: '事件编号与其流、命令及序次不符:同一命令写了两次,或编号被改',
      en: 'the id is not that of its stream, command and place: the command was appended twice, or the id changed',
    });
};

/**
 * Whether the log is sound (I2), in one pass: revisions without gap, positions rising, ids unique, a command in one append of a stream,
 * times in order, and the first event saying what the store is for. Holds one small record a stream and 16 bytes an event.
 */
export const soundLog = (find: Find) => {
  const streams = new Map<string, Last>();
  const ids = fingerprints();
  const commands = fingerprints();
  let events = 0;
  let position = 0;

  const fault = ({ event, expected, found, zh, en }: Fault): void => {
    const where = placeOf(event);
    find({ invariant: 'I2', where, expected, found, text: { zh: `${where}:${zh}。`, en: `${where}: ${en}.` } });
  };

  const checkOrder = (event: StoredEvent, revision: number): void => {
    if (events === 0 && categoryOf(event.stream) !== 'store') {
      const found = event.stream;
      fault({
        event,
        expected: 'store-…',
        found,
        zh: '日志的第一个事件没有说明本库用途',
        en: 'the first event of the log does not say what the store is for',
      });
    }
    if (event.revision !== revision)
      fault({
        event,
        expected: revision,
        found: event.revision,
        zh: '流内版本号不连续,事件缺失或重复',
        en: 'revisions are not 0, 1, 2 …: an event is missing or stands twice',
      });
    if (event.position <= position)
      fault({
        event,
        expected: position + 1,
        found: event.position,
        zh: '日志位置没有递增',
        en: 'positions do not rise',
      });
  };

  return {
    visit: (event: StoredEvent): void => {
      const last = streams.get(event.stream);
      checkOrder(event, last ? last.revision + 1 : 0);
      checkTimes(event, last, fault);
      const goesOn = last?.commandId === event.meta.commandId;
      const began = goesOn ? last.began : event.revision;
      checkId(event, began, fault);
      ids.add(event.id);
      if (!goesOn) commands.add(commandOf(event));
      const { recordedAt, commandId } = event.meta;
      streams.set(event.stream, { revision: event.revision, recordedAt, commandId, began });
      position = Math.max(position, event.position);
      events += 1;
    },
    counted: () => ({ events, streams: streams.size }),
    /** That nothing is missing at the end: the store's own last position was met. */
    finish: (head: number): void => {
      if (position === head) return;
      const text = {
        zh: `日志应到位置 ${head},只读到 ${position}:末尾的事件缺失。`,
        en: `The log should reach position ${head} but ends at ${position}: its last events are missing.`,
      };
      find({ invariant: 'I2', where: 'log', expected: head, found: position, text });
    },
    /** What to look for in a second pass, null where nothing may stand twice. */
    suspects: () => {
      const twice = { ids: ids.repeated(), commands: commands.repeated() };
      return twice.ids.size + twice.commands.size === 0 ? null : repeats(twice, find);
    },
  };
};

interface Twice {
  readonly ids: ReadonlySet<number>;
  readonly commands: ReadonlySet<number>;
}

/** The second pass: names the events whose id, or whose command's append, stands a second time. */
const repeats = (twice: Twice, find: Find) => {
  const first = new Map<string, string>();
  const appends = new Map<string, string>();
  const last = new Map<string, string>();
  const report = (event: StoredEvent, before: string, zh: string, en: string): void => {
    const where = placeOf(event);
    const text = { zh: `${where}:${zh},已见于 ${before}。`, en: `${where}: ${en}, already at ${before}.` };
    find({ invariant: 'I2', where, expected: null, found: before, text });
  };
  return (event: StoredEvent): void => {
    const command = commandOf(event);
    const begins = last.get(event.stream) !== event.meta.commandId;
    last.set(event.stream, event.meta.commandId);
    if (twice.ids.has(fingerprint(event.id))) {
      const before = first.get(event.id);
      if (before) report(event, before, '事件编号重复', 'its id stands twice');
      else first.set(event.id, placeOf(event));
    }
    if (begins && twice.commands.has(fingerprint(command))) {
      const before = appends.get(command);
      if (before) report(event, before, '同一命令写入了两次', 'its command was appended twice');
      else appends.set(command, placeOf(event));
    }
  };
};
