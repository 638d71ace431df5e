import { registeredFact, testOffice } from '@sunlit/casework/testing';
import { rulesOf } from '@sunlit/casework';
import { chinaCalendar } from '@sunlit/calendar';
import { specification } from '@sunlit/kernel/testing';
import { complaint } from './complaint.decider.js';
import type { ComplaintFact } from './complaint.events.js';
import { as, command, given, open } from './complaint.scenes.js';

const ORIGIN = 'consultation-00000000-0000-5000-8000-000000000001';
const KEPT = 'complaint-00000000-0000-5000-8000-000000000002';
const system = as('system');

const retaining = (years: number) =>
  specification(
    complaint(rulesOf({ ...testOffice, retention: { years, source: 'test' } }, chinaCalendar, 'complaints')),
  );

const restricted = (data: object): ComplaintFact => ({ type: 'CaseRestricted', data }) as ComplaintFact;
const erase = (part: string, more: object = {}) => command('ErasePersonalData', { part }, more);

describe('an erasure while personal data is to be kept', () => {
  const five = retaining(5);
  it('waits for the retention period', () =>
    five(...open)
      .when(erase('caller'))
      .then(restricted({ ground: 'retention', until: '2026-04-12', erases: ['caller'] })));
  it.each([
    ['that ends later', { ground: '争议', until: '2031-06-30' }],
    ['without an end', { ground: '争议' }],
  ])('waits for a restriction %s, which holds on', (_, data) =>
    five(...open, restricted(data))
      .when(erase('caller'))
      .then(restricted({ ...data, erases: ['caller'] })),
  );
  it('waits for the retention period where the restriction ends sooner', () =>
    five(...open, restricted({ ground: '争议', until: '2022-06-30', erases: ['subject'] }))
      .when(erase('caller'))
      .then(restricted({ ground: 'retention', until: '2026-04-12', erases: ['caller', 'subject'] })));
  it('goes on when a restriction without an end is lifted: as soon as the retention period lets it', () => {
    const lift = command('LiftRestriction', { reason: '已了' });
    const waiting = restricted({ ground: '争议', erases: ['caller'] });
    const lifted = { type: 'RestrictionLifted', data: { reason: '已了' } };
    five(...open, waiting)
      .when(lift)
      .thenMatching(lifted, { type: 'CaseRestricted', data: { ground: 'retention', erases: ['caller'] } });
    given(...open, waiting)
      .when(lift)
      .thenMatching(lifted, { type: 'PersonalDataErased', data: { parts: ['caller'] } });
  });
});

const told = (data: object, from = ORIGIN) =>
  command('TakeOverPerson', { from, secrecies: [], restrictions: [], ended: [], erased: [], ...data }, system);
const came = registeredFact('complaint', { origin: { stream: ORIGIN, event: 'e', number: 'ZX-1' } });
const giving = { secrecies: [{ id: 's1', because: 'asked' }] };
const taken = (data: object): ComplaintFact =>
  ({
    type: 'PersonTakenOver',
    data: { from: ORIGIN, secrecies: [], restrictions: [], ended: [], ...data },
  }) as ComplaintFact;

describe('what another case of the person knows', () => {
  it('is taken over, and said once', () => {
    const secrecy: ComplaintFact = { type: 'SecrecyGiven', data: { because: 'asked' } };
    given(came).when(told(giving)).then(taken(giving), secrecy);
    given(came, taken(giving), secrecy).when(told(giving)).thenNothing();
  });
  it('is over where it is over there, also where that is heard first', () => {
    const over = { ended: ['s1'] };
    given(came, taken(giving)).when(told(over)).thenMatching(taken(over), { type: 'SecrecyLifted' });
    given(came, taken(over)).when(told(giving)).thenNothing();
  });
  it('adds to what is so here: the longest restriction, and all that is to be erased', () => {
    const here = restricted({ ground: '争议', until: '2031-06-30', erases: ['subject'] });
    const there = { restrictions: [{ id: 'r1', ground: '留存', until: '2026-06-30', erases: ['caller'] }] };
    given(came, here)
      .when(told(there))
      .then(taken(there), restricted({ ground: '争议', until: '2031-06-30', erases: ['caller', 'subject'] }));
  });
  it('is erased where it is erased there; within the retention period here it is restricted first', () => {
    given(came)
      .when(told({ erased: ['caller'] }))
      .thenMatching({ type: 'PersonTakenOver' }, { type: 'PersonalDataErased', data: { parts: ['caller'] } });
    retaining(5)(came)
      .when(told({ erased: ['caller'] }))
      .thenMatching(
        { type: 'PersonTakenOver' },
        { type: 'CaseRestricted', data: { until: '2026-04-12', erases: ['caller'] } },
      );
  });
  it('is nothing to a case of somebody else, nor anybody’s to tell', () => {
    given(came).when(told(giving, KEPT)).thenNothing();
    given(came)
      .when(
        command('TakeOverPerson', { from: ORIGIN, ...giving, restrictions: [], ended: [], erased: [] }, as('operator')),
      )
      .thenRefused('NotAllowed');
  });
});

describe('two cases that are two after all', () => {
  const joined: ComplaintFact = { type: 'CaseJoined', data: { into: KEPT, hold: 'h1' } };
  const there = { restrictions: [{ id: 'r1', ground: '争议', until: '2031-06-30', erases: ['caller'] as never[] }] };
  const fromKept = { ...taken({ ...giving, ...there }), data: { ...taken({ ...giving, ...there }).data, from: KEPT } };
  it('stay secret and restricted, each by itself, and nothing of one is erased because of the other', () =>
    given(...open, joined, fromKept as ComplaintFact)
      .when(command('UnjoinCase', { from: KEPT, hold: 'h1' }, system))
      .then(
        { type: 'CaseUnjoined', data: { from: KEPT, hold: 'h1' } },
        { type: 'SecrecyGiven', data: { because: 'asked' } },
        restricted({ ground: '争议', until: '2031-06-30' }),
      ));
});

describe('who comes again about a secret matter', () => {
  const declined = { type: 'CaseDeclinedAsAnswered', data: { answered: KEPT, number: 'TS-1', event: 'e' } };
  const decline = (data: object) => command('DeclineAsAnswered', { ...declined.data, ...data }, as('reviewer'));
  it('is kept secret too', () => {
    given(came)
      .when(decline({ secret: true }))
      .then(declined as never, { type: 'SecrecyGiven', data: { because: 'asked' } });
    given(came)
      .when(decline({}))
      .then(declined as never);
  });
});
