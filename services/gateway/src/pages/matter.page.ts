import { statusText, type Text } from '@sunlit/contracts';
import { link, type Seen } from './address.js';
import { html, type Html } from './html.js';
import { matterAsOf, type MatterThen } from './matter.as-of.js';
import type { LocalTime, Names } from './names.js';
import { wordsOf } from './step-words.js';

export const MATTER_QUERY = `query Matter($id: ID!) {
  caseTimeline(id: $id) {
    id number status kind category source medium unit cameAt summary handedOverTo joinedInto linkedUnder duplicates followers
    due { on at start workingDays policy calendar provisional warnOn remindOn steps { what on from to days why { zh en } rule source } }
    entries { id type title { zh en } occurredAt recordedAt stated role unit data }
  }
}`;

interface Step {
  readonly what: string;
  readonly on: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly days?: number | null;
  readonly why: Text;
  readonly rule: string;
  readonly source?: string | null;
}

/** A due date with the steps that explain it. */
export interface Due {
  readonly on: string;
  readonly at?: string | null;
  readonly workingDays: number;
  readonly policy: string;
  readonly calendar: string;
  readonly provisional: boolean;
  readonly steps: readonly Step[];
}
interface Entry {
  readonly type: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly stated: boolean;
  readonly role: string;
  readonly unit: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
export interface MatterAnswer {
  readonly caseTimeline: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly kind: string;
    readonly category: string;
    readonly source: string;
    readonly medium: string;
    readonly unit: string | null;
    readonly cameAt: string;
    readonly summary: string;
    readonly handedOverTo: string | null;
    readonly joinedInto: string | null;
    readonly linkedUnder: string | null;
    readonly duplicates: readonly string[];
    readonly followers: readonly string[];
    readonly due: Due | null;
    readonly entries: readonly Entry[];
  } | null;
}
export type Matter = NonNullable<MatterAnswer['caseTimeline']>;

const step = ({ what, on, from, to, days, why, rule, source }: Step): Html =>
  html`<li class="${what}">
    <time datetime="${on}">${from && to && from !== to ? `${from} → ${to}` : on}</time>
    <p>${why.zh} <span class="en" lang="en">${why.en}</span></p>
    <p class="rule">
      ${typeof days === 'number' && html`${days} 个工作日 working days · `}${rule}${source && html` · ${source}`}
    </p>
  </li>`;

/** A limit that is not in working days is told in the words of its ledger. */
const dueText = ({ on, workingDays, steps }: Due): Text =>
  (workingDays === 0 ? steps.find(({ what }) => what === 'due')?.why : undefined) ?? {
    zh: `${on} 前办结,共 ${workingDays} 个工作日`,
    en: `Due by ${on}, ${workingDays} working days in all`,
  };

const clock = ({ due }: Matter): Html | null =>
  due &&
  html`<section>
    <h2>期限 <span class="en" lang="en">The clock</span></h2>
    <p class="lead">
      ${dueText(due).zh}。
      <span lang="en">${dueText(due).en}.</span>${due.provisional && html` <strong>暂定 provisional</strong>`}
    </p>
    <details open>
      <summary>为什么是这一天 Why this date</summary>
      <ol class="ledger">
        ${due.steps.map(step)}
      </ol>
      <p class="rule">${due.policy} · ${due.calendar}</p>
    </details>
  </section>`;

const TEXTS = ['text', 'reason', 'note', 'summary', 'answer'];
/** Official texts and what is said in codes, in words; whatever else a step holds is for programs. */
const details = (data: Entry['data'], names: Names, local: LocalTime): Html => {
  const words = wordsOf(data, names, local);
  const said = TEXTS.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' ? [html`<blockquote>${value}</blockquote>`] : [];
  });
  return html`${
    words.length > 0 &&
    html`<p class="data">
      ${words.map(({ zh }) => zh).join(' · ')}
      <span class="en" lang="en">${words.map(({ en }) => en).join(' · ')}</span>
    </p>`
  }${said}`;
};

const entry = (one: Entry, names: Names, local: LocalTime): Html => {
  const role = names.both('role', one.role);
  return html`<li>
    <time datetime="${one.occurredAt}">${local(one.occurredAt)}</time>
    <h3>${one.title.zh} <span class="en" lang="en">${one.title.en}</span></h3>
    <p class="who">
      ${role.zh}
      <span lang="en">${role.en}</span
      >${one.unit && html` · ${names.of('unit', one.unit)}`}${one.stated && html` · 补录于 recorded ${local(one.recordedAt)}`}
    </p>
    ${details(one.data, names, local)}
  </li>`;
};

const badge = ({ status, past }: MatterThen): Html | false => {
  // GraphQL writes it SENT_BACK.
  const { zh, en } = statusText(status.toLowerCase().replaceAll('_', '-'));
  return !past && html`<span class="badge">${zh} <span lang="en">${en}</span></span>`;
};

/** That what came after the instant is left out. */
const asKnown = ({ past, entries, id }: MatterThen, { year, asOf }: Seen, local: LocalTime): Html | false =>
  past &&
  asOf !== undefined &&
  html`<p class="warning">
    截至 ${local(asOf)},${entries.length > 0 ? '其后的经过未列出' : '当时尚未登记'}。
    <span lang="en"
      >As of ${local(asOf)}. ${entries.length > 0 ? 'What came later is left out.' : 'Not registered then.'}</span
    >
    <a href="${link(`/matters/${id}`, { year })}">看现在的 The present story →</a>
  </p>`;

const about = (matter: Matter, names: Names): Html => {
  const codes = (['kind', 'category', 'source', 'medium', 'unit'] as const).flatMap((name) =>
    matter[name] ? [names.both(name, matter[name])] : [],
  );
  return html`<p class="lead">${matter.summary}</p>
    <p class="who">
      ${codes.map(({ zh }) => zh).join(' · ')}<br />
      <span lang="en">${codes.map(({ en }) => en).join(' · ')}</span>
    </p>`;
};

const elsewhere = (streams: readonly string[], said: Text, seen: Seen): Html | false =>
  streams.length > 0 &&
  html`<p class="note">
    ${said.zh} <span lang="en">${said.en}</span>:
    ${streams.map((stream) => html`<a href="${link(`/matters/${stream}`, seen)}">${stream.slice(-8)} →</a> `)}
  </p>`;

/** Other matters about the same thing, as they stand now. */
const others = (matter: MatterThen, seen: Seen): readonly (Html | false)[] =>
  matter.past
    ? []
    : [
        elsewhere(matter.joinedInto ? [matter.joinedInto] : [], { zh: '已并入', en: 'Joined into' }, seen),
        elsewhere(matter.duplicates, { zh: '并入本件的重复件', en: 'Duplicates joined into it' }, seen),
        elsewhere(matter.linkedUnder ? [matter.linkedUnder] : [], { zh: '牵头事项', en: 'Follows' }, seen),
        elsewhere(matter.followers, { zh: '随本件办理', en: 'Following cases' }, seen),
      ];

/** One matter as its story up to the instant of the address, with its clock explained; nothing personal. */
export const matterPage = (present: Matter, seen: Seen, names: Names, local: LocalTime): Html => {
  const matter = matterAsOf(present, seen);
  const known = matter.entries.length > 0;
  return html`<p class="back"><a href="${link('/', seen)}">← ${seen.year} 年 The year</a></p>
    <h1><code>${matter.number}</code> ${badge(matter)}</h1>
    ${asKnown(matter, seen, local)} ${known && about(matter, names)}
    ${matter.handedOverTo && html`<p class="note"><a href="${link(`/matters/${matter.handedOverTo}`, seen)}">已移交,继续查看 Handed over: go on there →</a></p>`}
    ${others(matter, seen)}
    ${
      known &&
      html`<section>
        <h2>经过 <span class="en" lang="en">What happened</span></h2>
        <ol class="timeline">
          ${matter.entries.map((one) => entry(one, names, local))}
        </ol>
      </section>`
    }
    ${clock(matter)}
    <p class="note">本页不含个人信息。 <span lang="en">This page holds no personal data.</span></p>`;
};
