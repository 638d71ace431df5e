import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventually } from '../harness/eventually.js';
import { aCall, aComplaint, done } from '../harness/matters.js';
import { openOffice, STARTING, UNIT, type OpenOffice } from '../harness/office.js';
import { aFolder } from '../harness/program.js';

const PROFILE = fileURLToPath(new URL('../../libs/platform/office.yaml', import.meta.url));

/** The shipped profile, half of whose complaints are followed up; reviewers state times too, so that a week can be told in a minute. */
const halfFollowedUp = (): string =>
  readFileSync(PROFILE, 'utf8')
    .replace('kinds: [complaint, report], select: all,', 'kinds: [complaint, report], select: share, percent: 50,')
    // Without a list of lines any way to write one is taken.
    .replace(/^objects:\n( {2}.*\n)+/m, '')
    .replace('statedBy: [operator, administrator]', 'statedBy: [operator, reviewer, administrator]');

/** The profile's rule, drawn again: the first 32 bits of the SHA-256 of the case's uuid and the round, modulo 10,000. */
const isDrawn = (uuid: string, round: number): boolean => {
  const digest = createHash('sha256').update(`${uuid}.${round}`).digest('hex');
  return Number.parseInt(digest.slice(0, 8), 16) % 10_000 < 5000;
};

const anId = (holds: (uuid: string) => boolean): string => {
  for (;;) {
    const uuid = randomUUID();
    if (holds(uuid)) return uuid;
  }
};

const CASE = `query Case($id: ID!, $atLeast: String) {
  case(id: $id, atLeast: $atLeast) { round followUp level ratingSetAside solved { solved reason note } attributes { field line } }
}`;

const FIGURES = `query F($from: Day!, $to: Day!) {
  statistics(
    figures: ["followup.satisfaction.v1", "followup.with-set-aside.v1", "followup.first-round.v1", "followup.hand-picked.v1", "followup.solved-share.v1", "ratings.device.v1"]
    from: $from, to: $to
  ) { rows { figure { name numerator denominator interval { low } beside { name value } } } } }`;

const CLUSTERS = `{ clusters(days: 30, atLeast: 5) { category kind object count matters { id caller { state } } } }`;

/** So many days ago, at the minute, in the office's morning. */
const ago = (days: number, minute = 0) => {
  const day = new Date(Date.now() + 8 * 3600_000 - days * 24 * 3600_000).toISOString().slice(0, 10);
  return { occurredAt: { at: `${day}T02:${String(minute).padStart(2, '0')}:00.000Z`, precision: 'MINUTE' } };
};

describe('follow-up by rule', () => {
  let folder: ReturnType<typeof aFolder>;
  let office: OpenOffice;
  beforeAll(async () => {
    folder = aFolder();
    const file = join(folder.path, 'office.yaml');
    writeFileSync(file, halfFollowedUp());
    office = await openOffice({ SUNLIT_OFFICE: file });
  }, STARTING);
  afterAll(async () => {
    await office.close();
    await folder.remove();
  });

  const answer = async (id: string, days: number) => {
    const { operator, reviewer } = office.people;
    await done(operator.command('draftReply', { case: id, text: '已整改。', ...ago(days, 10) }));
    await done(reviewer.command('approveReply', { case: id, ...ago(days, 20) }));
    return done(operator.command('deliverReply', { case: id, how: 'phone', ...ago(days, 30) }));
  };

  /** A complaint of that id, answered that many days ago; the events of the answer. */
  const answered = async (commandId: string, days: number) => {
    const { operator } = office.people;
    const came = await done(operator.command('registerComplaint', aComplaint({ commandId, ...ago(days) })));
    await done(operator.command('assignCase', { case: came.case, unit: UNIT, ...ago(days, 5) }));
    return { id: came.case as string, events: (await answer(came.case, days)).events };
  };

  const call = (id: string, days: number, more: object, minute = 0) =>
    office.people.operator.command('attemptFollowUp', { case: id, ...more, ...ago(days, minute) });

  const figures = async () => {
    const [from, to] = [ago(30), ago(0)].map(({ occurredAt }) => occurredAt.at.slice(0, 10));
    const { statistics } = await office.people.analyst.ask(FIGURES, { from, to });
    const rows: { figure: { name: string; numerator: number; denominator: number; interval: unknown } }[] =
      statistics.rows;
    return Object.fromEntries(rows.map(({ figure }) => [figure.name.replace(/^followup\.|\.v1$/g, ''), figure]));
  };
  /** The shares, once the figures have come that far. */
  const shares = (expected: Readonly<Record<string, readonly [number, number]>>) =>
    eventually(async () => {
      const found = await figures();
      const shown = (name: string) => `${found[name]!.numerator}/${found[name]!.denominator}`;
      return Object.entries(expected).every(([name, share]) => shown(name) === share.join('/')) ? found : null;
    });

  it('draws a share that anybody can draw again, keeps apart what is picked by hand, and shows figures with and without ratings set aside', async () => {
    const { operator, reviewer } = office.people;
    const ids = {
      selected: anId((uuid) => isDrawn(uuid, 1) && isDrawn(uuid, 2)),
      passedOver: anId((uuid) => !isDrawn(uuid, 1)),
    };
    const selected = await answered(ids.selected, 9);
    expect(selected.events).toEqual(['ReplyDelivered', 'FollowUpSelected']);
    const passedOver = await answered(ids.passedOver, 9);
    expect(passedOver.events).toEqual(['ReplyDelivered', 'FollowUpPassedOver']);

    expect(await call(passedOver.id, 8, { outcome: 'REACHED' })).toMatchObject({ code: 'NotSelected' });
    const pick = { case: passedOver.id, reason: '媒体关注', ...ago(8) };
    await done(operator.command('selectForFollowUp', pick));
    await done(call(passedOver.id, 8, { outcome: 'REACHED', level: 5, solved: 'YES' }, 30));

    await done(call(selected.id, 8, { outcome: 'NO_ANSWER' }));
    expect(await call(selected.id, 8, { outcome: 'REACHED' }, 30)).toMatchObject({ code: 'AttemptedThatDay' });
    const rating = { outcome: 'REACHED', level: 1, solved: 'PARTLY' };
    expect(await call(selected.id, 7, rating)).toMatchObject({ code: 'ReasonNeeded' });
    const rated = await done(call(selected.id, 7, { ...rating, reason: 'slow', note: '拖了两周' }));
    expect(rated.events).toEqual(['FollowUpAttempted', 'FollowUpRated', 'FollowUpSolved']);
    const { case: shown } = await operator.ask(CASE, { id: selected.id, atLeast: rated.token });
    const solved = { solved: 'PARTLY', reason: 'slow', note: '拖了两周' };
    expect(shown).toMatchObject({ followUp: 'RULE', level: 1, solved, ratingSetAside: null });

    const all = {
      satisfaction: [0, 1],
      'with-set-aside': [0, 1],
      'solved-share': [0, 1],
      'hand-picked': [1, 1],
    } as const;
    const { 'hand-picked': picked, satisfaction } = await shares(all);
    expect(picked!.interval).toBeNull();
    expect(satisfaction!.interval).not.toBeNull();

    const aside = { case: selected.id, ground: 'mistaken', note: '点错了', ...ago(6) };
    expect(await operator.command('setRatingAside', aside)).toMatchObject({ code: 'NotAllowed' });
    await done(reviewer.command('setRatingAside', aside));
    await shares({ ...all, satisfaction: [0, 0], 'solved-share': [0, 0] });
    await done(reviewer.command('restoreRating', { case: selected.id, reason: '本人确认', ...ago(6, 30) }));
    await shares(all);

    await done(operator.command('redoCase', { case: selected.id, reason: '单位责任', ...ago(5) }));
    expect((await answer(selected.id, 5)).events).toEqual(['ReplyDelivered', 'FollowUpSelected']);
    await done(call(selected.id, 4, { outcome: 'REACHED', level: 5, solved: 'YES' }));
    const both = { ...all, satisfaction: [1, 1], 'with-set-aside': [1, 1], 'solved-share': [1, 1] } as const;
    await shares({ ...both, 'first-round': [0, 1] });
    await done(reviewer.command('setRatingAside', { ...aside, round: 1, ...ago(3) }));
    await shares({ ...both, 'first-round': [0, 0] });

    await done(operator.command('rateBy', { case: selected.id, medium: 'DEVICE', level: 2, ...ago(3) }));
    await shares({ ...both, 'ratings.device': [0, 1] });
  });

  it('finds many people about one bus line in both services, whatever way it is written', async () => {
    const { operator, analyst } = office.people;
    const lines = ['五一路9路', '五一路９路', '五一路 9路', '五一路9路'];
    for (const line of lines) {
      const attributes = { field: 'city-passengers', line };
      await done(operator.command('registerConsultation', aCall({ category: 'bus.schedule', attributes })));
    }
    const late = { category: 'bus.schedule', attributes: { line: '五一路9路' } };
    const last = await done(operator.command('registerComplaint', aComplaint(late)));
    await done(
      operator.command('registerConsultation', aCall({ category: 'bus.schedule', attributes: { line: '10路' } })),
    );
    const { case: shown } = await operator.ask(CASE, { id: last.case, atLeast: last.token });
    expect(shown.attributes).toEqual({ field: null, line: '五一路9路' });
    const unlisted = aCall({ category: 'bus.schedule', attributes: { field: 'space' } });
    expect(await operator.command('registerConsultation', unlisted)).toMatchObject({ code: 'UnknownCode' });
    const elsewhere = aCall({ category: 'taxi.fare', attributes: { line: '9路' } });
    expect(await operator.command('registerConsultation', elsewhere)).toMatchObject({ code: 'AttributeNotDeclared' });

    const [cluster] = await eventually(async () => {
      const { clusters } = await analyst.ask(CLUSTERS);
      return clusters.length === 1 ? clusters : null;
    });
    expect(cluster).toMatchObject({ category: 'bus.schedule', kind: 'line', count: 5 });
    expect(cluster.matters).toHaveLength(5);
    for (const { caller } of cluster.matters) expect(caller).toEqual({ state: 'WITHHELD' });
  });
});
