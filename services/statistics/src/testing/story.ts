import type { PublicEvent } from '@sunlit/kernel';

/** What a test says happened: instants as `2021-04-12T02:00:00.000Z`; recorded when it happened unless said otherwise. */
export interface Said {
  readonly type: string;
  readonly data?: object;
  readonly at: string;
  readonly recorded?: string;
}

const REGISTERED = {
  kind: 'consultation',
  category: 'bus.route',
  source: '12328',
  medium: 'phone',
  urgency: 'normal',
  callerType: 'person',
  contactable: true,
  history: false,
};

/** The data of a registration with these details. */
export const registration = (details: object = {}): object => ({ number: '2021-000001', ...REGISTERED, ...details });

/** A due date as others know it. */
export const dueOn = (on: string) => ({ on, policy: 'p@1', calendar: 'cn-2026', provisional: false });

/** The public events of one stream; ids are `<stream>#<revision>`. */
export const story = (stream: string, ...said: readonly Said[]): readonly PublicEvent[] =>
  said.map(({ type, data = {}, at, recorded = at }, sequence) => ({
    id: `${stream}#${sequence}`,
    source: stream.startsWith('complaint') ? 'complaints' : 'consultations',
    type,
    subject: stream,
    sequence,
    time: at,
    stated: at !== recorded,
    recordedat: recorded,
    data: (type === 'CaseRegistered' ? registration(data) : data) as PublicEvent['data'],
  }));
