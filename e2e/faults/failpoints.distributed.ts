import { examine } from './examine.js';
import { runLanes, type Lane } from './lanes.js';
import { aBriefLoad } from './load.js';
import { openFaultOffice, type Office } from './office.js';

const APPEND = ['append:before', 'append:after'];
const PROJECTION = ['projection:before-write', 'projection:after-write'];
const POLICY = ['policy:before-write', 'policy:after-write'];
const RELAY = ['relay:before-publish', 'relay:after-publish', 'relay:after-checkpoint'];

const LANES: readonly Lane[] = [
  { part: 'consultations-api', failpoints: APPEND, awaited: true },
  { part: 'complaints-api', failpoints: APPEND, awaited: true },
  { part: 'complaints-worker', failpoints: RELAY, awaited: true },
  { part: 'consultations-worker', failpoints: [...POLICY, ...PROJECTION], awaited: true },
  { part: 'statistics-worker', failpoints: PROJECTION, awaited: false },
];

describe('processes that die at every pass of every failpoint, several at a time', () => {
  let office: Office;
  beforeAll(async () => (office = await openFaultOffice({ env: { SUNLIT_TOPIC_PARTITIONS: '1' } })));
  afterAll(() => office?.close());

  it('lose nothing, do nothing twice and catch up by themselves', async () => {
    const { survived, rounds } = await runLanes(office, LANES, () => aBriefLoad(office.client));
    console.log(`survived a round of load at pass, in ${rounds} rounds:`, survived);
    // What is not awaited may meet a round in which nothing came to it: the relays before it die at the same time.
    for (const { part, failpoints, awaited } of LANES)
      for (const failpoint of failpoints)
        expect([failpoint, survived[part]![failpoint]! > (awaited ? 1 : 0)]).toEqual([failpoint, true]);
    console.log('examined', await examine(office));
  }, 480_000);
});
