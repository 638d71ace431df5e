import {
  complaintCommands,
  consultationCommands,
  type CaseStatus,
  type CaseView,
  type CommandTable,
  type TimelineEntry,
} from '@sunlit/contracts';
import { Refused, type Envelope, type JsonObject } from '@sunlit/kernel';

const AFTER: Readonly<Record<string, CaseStatus>> = {
  AcceptCase: 'accepted',
  AssignCase: 'assigned',
  SignAssignment: 'signed',
  DraftReply: 'drafted',
  ApproveReply: 'approved',
  DeliverReply: 'answered',
  AnswerAtFirstContact: 'answered',
  CloseCase: 'closed',
  VoidCase: 'voided',
  HandOver: 'handed-over',
};

const due = {
  on: '2021-04-30',
  start: '2021-04-12',
  workingDays: 13,
  policy: 'complaint.normal@1',
  calendar: 'cn-2026',
  provisional: false,
  warnOn: '2021-04-27',
  remindOn: '2021-05-06',
  steps: [
    {
      what: 'start',
      on: '2021-04-12',
      why: { zh: '收到之日不计,次日为第 1 个工作日', en: 'The day of receipt does not count' },
      rule: 'complaint.normal@1',
      source: '本局办法',
    },
    {
      what: 'make-up',
      on: '2021-04-25',
      days: 1,
      why: { zh: '调休上班', en: 'A make-up working day' },
      rule: 'cn-2026',
    },
    {
      what: 'due',
      on: '2021-04-30',
      days: 13,
      why: { zh: '第 13 个工作日', en: 'The 13th working day' },
      rule: 'complaint.normal@1',
    },
  ],
};

const viewOf = (stream: string, number: string, data: JsonObject): CaseView =>
  ({
    kind: 'complaint',
    category: 'taxi.fare',
    source: '12345',
    medium: 'phone',
    urgency: 'normal',
    callerType: 'person',
    summary: '',
    ...data,
    stream,
    number,
    revision: 0,
    status: data['accept'] === false ? 'registered' : 'accepted',
    cameAt: '2021-04-12T02:00:00.000Z',
    registeredAt: '2021-04-12T02:00:00.000Z',
    history: false,
    round: 1,
    due,
    dueOn: due.on,
    caller: { state: 'open', ...(data['caller'] as JsonObject) },
  }) as unknown as CaseView;

const checkAgainst = (table: CommandTable, { type, data }: Envelope): void => {
  const schema = table[type];
  if (!schema) throw new Refused('InvalidInput', { field: 'type', problem: 'unknown command' });
  const [issue] = schema.safeParse(data).error?.issues ?? [];
  if (issue) throw new Refused('InvalidInput', { field: issue.path.join('.'), problem: issue.message });
};

interface Payload {
  readonly stream: string;
  readonly number: string;
  readonly queryCode: string;
  readonly viewer: { readonly role: string };
  readonly page: { readonly first: number; readonly after?: string };
}

/** A case service in memory: its contract, with just enough rules to be talked to. */
export const fakeCases = (category: 'consultation' | 'complaint') => {
  const table: CommandTable = category === 'complaint' ? complaintCommands : consultationCommands;
  const cases = new Map<string, CaseView>();
  const stories = new Map<string, TimelineEntry[]>();
  const sent: Envelope[] = [];
  let moved = 0;

  const note = (stream: string, { type, commandId, by, data }: Envelope, revision: number): void => {
    const at = '2021-04-12T02:00:00.000Z';
    const { caller: _c, statement: _s, subject: _u, ...official } = data;
    const entry = {
      id: commandId,
      revision,
      type,
      title: { zh: type, en: type },
      occurredAt: at,
      recordedAt: at,
      stated: false,
      role: by.role,
      data: official,
    };
    stories.set(stream, [...(stories.get(stream) ?? []), entry]);
  };
  const shown = (view: CaseView, role: string): CaseView =>
    role === 'analyst' || role === 'public' ? { ...view, caller: { state: 'withheld' } } : view;
  const known = (stream: string): CaseView => {
    const found = cases.get(stream);
    if (!found) throw new Refused('NoSuchCase');
    return found;
  };
  const register = ({ commandId, data }: Envelope): CaseView => {
    const number = `${category === 'complaint' ? 'T' : 'Z'}2021-${String(cases.size + 1).padStart(5, '0')}`;
    return viewOf(`${category}-${commandId}`, number, data);
  };
  const change = ({ stream, type }: Envelope): CaseView => {
    const view = known(stream);
    return { ...view, revision: view.revision + 1, status: AFTER[type] ?? view.status };
  };
  const command = (envelope: Envelope) => {
    checkAgainst(table, envelope);
    sent.push(envelope);
    moved++;
    const registers = envelope.type === 'RegisterCase';
    const view = registers ? register(envelope) : change(envelope);
    const { stream, revision, number } = view;
    cases.set(stream, view);
    note(stream, envelope, revision);
    const told = registers ? { number, queryCode: 'AB12CD34' } : {};
    return { stream, revision, position: moved, events: [envelope.type], token: `token-${moved}`, ...told };
  };
  const list = (page: Payload['page'], role: string) => {
    const all = [...cases.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1));
    const start = page.after ? all.findIndex(({ stream }) => stream === page.after) + 1 : 0;
    const items = all.slice(start, start + page.first).map((view) => ({ ...shown(view, role), cursor: view.stream }));
    return { items, hasNext: start + page.first < all.length, total: all.length };
  };
  const progressOf = ({ number, status, kind, cameAt, dueOn }: CaseView) => ({
    number,
    status,
    kind,
    cameAt,
    dueOn,
    steps: [{ title: { zh: '已受理', en: 'Accepted' }, at: cameAt }],
  });

  return {
    sent,
    moved: () => moved,
    operations: {
      command,
      cases: ({ page, viewer }: Payload) => list(page, viewer.role),
      counts: () => ({ byStatus: { accepted: cases.size }, byQueue: { open: cases.size } }),
      case: ({ stream, viewer }: Payload) => ({ case: cases.has(stream) ? shown(known(stream), viewer.role) : null }),
      byNumber: ({ number }: Payload) => ({
        stream: [...cases.values()].find((view) => view.number === number)?.stream ?? null,
      }),
      byPhone: () => ({ items: [...cases.values()] }),
      timeline: ({ stream }: Payload) => ({ entries: stories.get(stream) ?? [] }),
      namedObjects: () => ({
        items: sent.flatMap(({ type, commandId, data }) => {
          const { line } = (data['attributes'] ?? {}) as { readonly line?: string };
          if (type !== 'RegisterCase' || line === undefined) return [];
          const stream = `${category}-${commandId}`;
          const named = { kind: 'line', name: line, folded: line.normalize('NFKC').toLowerCase() };
          return [{ stream, category: String(data['category']), ...named, cameAt: commandId }];
        }),
      }),
      progress: ({ number, queryCode }: Payload) => {
        const found = [...cases.values()].find((view) => view.number === number);
        if (!found || queryCode !== 'AB12CD34') throw new Refused('NoSuchCase');
        return { progress: progressOf(found), ...(found.handedOverTo && { handedOverTo: found.handedOverTo }) };
      },
      progressOf: ({ stream }: Payload) => ({ progress: progressOf(known(stream)) }),
    },
  };
};
