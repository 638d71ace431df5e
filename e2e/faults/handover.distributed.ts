import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoredEvent } from '@sunlit/kernel';
import { ready } from '../harness/distributed.js';
import type { Env } from '../harness/processes.js';
import { examine, logsOf } from './examine.js';
import { consultationComes, handedOver } from './load.js';
import { openFaultOffice, untilQuiet, type Office, type PartName } from './office.js';

const PROFILE = fileURLToPath(new URL('../../libs/platform/office.yaml', import.meta.url));
const AT = '  - { code: bus.card,';
const FERRIES = '  - { code: bus.ferry, parent: bus, name: { zh: 轮渡, en: Ferries } }\n';

/** Where a handover may be cut: which process dies, at which pass of a failpoint. */
type Cut = readonly [where: string, part: PartName, failpoint: string];

/** A fresh api leases case numbers before it registers a case; each worker has two policies that note how far they are. */
const CUTS: readonly Cut[] = [
  ['before the handing over is stored', 'consultations-api', 'append:before:1'],
  ['when it is stored and nobody was told', 'consultations-api', 'append:after:1'],
  ['before the receiving service has a number for it', 'complaints-api', 'append:before:1'],
  ['before the case is stored where it goes', 'complaints-api', 'append:before:2'],
  ['when it is stored there and nobody was told', 'complaints-api', 'append:after:2'],
  ['before the first policy has noted it', 'consultations-worker', 'policy:before-write:1'],
  ['before the second policy has noted it', 'consultations-worker', 'policy:before-write:2'],
  ['when the second policy has noted it', 'consultations-worker', 'policy:after-write:2'],
  ['before it is noted that the new case was looked after', 'complaints-worker', 'policy:before-write:2'],
  ['when that is noted', 'complaints-worker', 'policy:after-write:2'],
];

const REFUSED_CUTS: readonly Cut[] = [
  ['before the refusal is stored where it came from', 'consultations-api', 'append:before:2'],
  ['when it is stored there and nobody was told', 'consultations-api', 'append:after:2'],
  ['before the policies have noted it', 'consultations-worker', 'policy:before-write:1'],
  ['before the other policy has noted it', 'consultations-worker', 'policy:before-write:2'],
];

const originOf = ({ data }: StoredEvent): string | undefined =>
  (data['origin' as never] as { readonly stream: string } | undefined)?.stream;

describe('a handover cut at every step', () => {
  let office: Office;
  beforeAll(async () => (office = await openFaultOffice()));
  afterAll(() => office?.close());

  /** Hands a fresh case over while the process dies there, and starts it again once it did; gives the case and the log when all is quiet. */
  const handOverCutAt = async (
    [, part, failpoint]: Cut,
    { category, env = {} }: { category?: string; env?: Env } = {},
  ) => {
    const stream = await consultationComes(office.client);
    await untilQuiet(office, ['consultations', 'complaints']);
    await office.end(part, 'SIGKILL');
    const dying = office.begin(part, { ...env, SUNLIT_FAIL: failpoint });
    await ready(dying);
    const handing = handedOver(office.client, stream, category);
    handing.catch(() => undefined);
    await dying.over;
    expect(dying.child.signalCode).toBe('SIGKILL');
    await office.start(part, env);
    await handing;
    await untilQuiet(office, ['consultations', 'complaints']);
    const log = await logsOf(office.composition);
    return {
      events: log.filter((event) => event.stream === stream),
      successors: log.filter((event) => event.type === 'CaseRegistered' && originOf(event) === stream),
    };
  };

  it.each(CUTS)('%s, there is one complaint of it in the end', async (...cut) => {
    const { events, successors } = await handOverCutAt(cut);
    const handed = events.filter(({ type }) => type === 'CaseHandedOver');
    expect(handed.map(({ data }) => data['to' as never])).toEqual(successors.map(({ stream }) => stream));
    expect(successors).toHaveLength(1);
  });

  it('and what holds always holds then', async () => {
    console.log('handovers', await examine(office));
  });

  it.each(REFUSED_CUTS)('refused where it goes, %s, the case is open again, once', async (...cut) => {
    // A category that only the consultations' profile has yet.
    const file = join(office.composition.data, 'office.yaml');
    writeFileSync(file, readFileSync(PROFILE, 'utf8').replace(AT, `${FERRIES}${AT}`));
    const env = { SUNLIT_OFFICE: file };
    if (cut[1] !== 'consultations-api') {
      await office.end('consultations-api', 'SIGKILL');
      await office.start('consultations-api', env);
    }
    const { events, successors } = await handOverCutAt(cut, { category: 'bus.ferry', env });
    expect(events.map(({ type }) => type)).toEqual([
      'CaseRegistered',
      'CaseAccepted',
      'DeadlineSet',
      'CaseHandedOver',
      'HandoverRefused',
    ]);
    expect(successors).toEqual([]);
  });

  it('and what holds always holds then too', async () => {
    console.log('refused handovers', await examine(office));
  });
});
