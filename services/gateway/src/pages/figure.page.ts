import { thousands, type Text } from '@sunlit/contracts';
import { link, type Seen } from './address.js';
import { html, type Html } from './html.js';
import { TAKEN_OUT, type LocalTime, type Names } from './names.js';
import { exact, intervalText, rendered, type FigureOnPage } from './year.page.js';

export const FIGURE_QUERY = `query Figure($name: String!, $from: Day!, $to: Day!, $asOf: Instant) {
  figure(name: $name, from: $from, to: $to, asOf: $asOf) {
    name value numerator denominator interval { low high } beside { name value } asOf incomplete digest
    definition { title { zh en } description { zh en } kind population }
  }
  withAside: figure(name: "followup.with-set-aside.v1", from: $from, to: $to, asOf: $asOf) {
    name value numerator denominator interval { low high } incomplete definition { title { zh en } kind }
  }
}`;

export const EVENTS_QUERY = `query Behind($name: String!, $from: Day!, $to: Day!, $asOf: Instant, $after: String) {
  figure(name: $name, from: $from, to: $to, asOf: $asOf) {
    events(first: 50, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { event case number day counted dimensions } } }
    restated(first: 20) { case number day takenOutAt reason }
  }
}`;

export interface FigureAnswer {
  readonly figure: FigureOnPage & {
    readonly beside: readonly { readonly name: string; readonly value: number }[];
    readonly asOf: string;
    readonly digest: string;
    readonly definition: { readonly description: Text; readonly population: string };
  };
  /** The follow-up satisfaction with the ratings that were set aside. */
  readonly withAside: FigureOnPage;
}
export interface EventsAnswer {
  readonly figure: {
    readonly events: {
      readonly totalCount: number;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly edges: readonly {
        readonly node: {
          readonly event: string;
          readonly case: string;
          readonly number: string;
          readonly day: string;
          readonly counted: boolean;
          readonly dimensions: Readonly<Record<string, unknown>>;
        };
      }[];
    };
    readonly restated: readonly {
      readonly case: string;
      readonly number: string;
      readonly day: string;
      readonly takenOutAt: string;
      readonly reason: string;
    }[];
  };
}

const BESIDE: Readonly<Record<string, Text>> = {
  selected: { zh: '抽取', en: 'selected' },
  contactable: { zh: '可联系', en: 'contactable' },
  attempted: { zh: '已拨打', en: 'attempted' },
  reached: { zh: '联系上', en: 'reached' },
  rated: { zh: '有效评价', en: 'rated' },
  positive: { zh: '满意', en: 'positive' },
  solved: { zh: '已解决', en: 'solved' },
  partly: { zh: '部分解决', en: 'partly solved' },
  unsolved: { zh: '未解决', en: 'not solved' },
  unasked: { zh: '未询问', en: 'not asked' },
  median: { zh: '中位数(工作小时)', en: 'median, working hours' },
  p90: { zh: '九成以内(工作小时)', en: '90th percentile, working hours' },
};

const row = (zh: string, en: string, value: Html | string): Html =>
  html`<div>
    <dt>${zh} <span class="en" lang="en">${en}</span></dt>
    <dd>${value}</dd>
  </div>`;

/** The figure that leaves out ratings a reviewer set aside is shown with them as well. */
const WITHOUT = 'followup.satisfaction.v1';

const withThem = (of: FigureOnPage, also: FigureOnPage): Html | false =>
  of.name === WITHOUT &&
  row('含不予采用的评价', 'With ratings set aside', `${exact(also)} (${also.numerator ?? 0}/${also.denominator ?? 0})`);

const numbers = ({ figure, withAside }: FigureAnswer, local: LocalTime): Html => {
  const interval = intervalText(figure);
  const part = (value: number | null) => (value === null ? '—' : thousands(value));
  return html`<dl class="facts">
    ${figure.definition.kind === 'RATIO' && html`${row('分子', 'Numerator', part(figure.numerator))}${row('分母', 'Denominator', part(figure.denominator))}`}
    ${interval && row('威尔逊 95% 区间', 'Wilson interval, 95 %', interval)}
    ${figure.beside.map(({ name, value }) => row(BESIDE[name]?.zh ?? name, BESIDE[name]?.en ?? name, thousands(value)))}
    ${withThem(figure, withAside)}
    ${row('截至', 'As of', html`<time datetime="${figure.asOf}">${local(figure.asOf)}</time>`)}
    ${figure.incomplete > 0 && row('未计入(处理受阻)', 'Set aside, not counted', String(figure.incomplete))}
    ${row('定义', 'Definition', html`<code>${figure.name}</code>`)}
    ${row('事件摘要', 'Digest of the events (SHA-256)', html`<code class="digest">${figure.digest}</code>`)}
  </dl>`;
};

/** A dimension without a value is `none` in figures, and left out here. */
const dimensions = (given: Readonly<Record<string, unknown>>, names: Names): string =>
  ['kind', 'category', 'source', 'unit']
    .flatMap((name) => (typeof given[name] === 'string' && given[name] !== 'none' ? [names.of(name, given[name])] : []))
    .join(' · ');

/** The number, leading to the matter; a contact that opened none leads nowhere. */
const numbered = (stream: string, number: string, seen: Seen): Html =>
  stream.startsWith('contact-')
    ? html`无效来电 <span lang="en">invalid contact</span>`
    : html`<a href="${link(`/matters/${stream}`, seen)}">${number}</a>`;

type Taken = EventsAnswer['figure']['restated'][number];

const takenOut = ({ case: stream, number, day, takenOutAt, reason }: Taken, seen: Seen, local: LocalTime): Html => {
  const why = TAKEN_OUT[reason];
  return html`<tr>
    <th scope="row">${numbered(stream, number, seen)}</th>
    <td>${day}</td>
    <td><time datetime="${takenOutAt}">${local(takenOutAt)}</time></td>
    <td>${why ? html`${why.zh} <span lang="en">${why.en}</span>` : html`<code>${reason}</code>`}</td>
  </tr>`;
};

const restatements = (restated: readonly Taken[], seen: Seen, local: LocalTime): Html | false =>
  restated.length > 0 &&
  html`<section>
    <h2>后来移出的 <span class="en" lang="en">Taken out later, and why</span></h2>
    <table class="entries">
      <thead>
        <tr>
          <th scope="col">编号 Number</th>
          <th scope="col">原计日期 Day</th>
          <th scope="col">移出时刻 Taken out</th>
          <th scope="col">原因 Why</th>
        </tr>
      </thead>
      <tbody>
        ${restated.map((one) => takenOut(one, seen, local))}
      </tbody>
    </table>
  </section>`;

interface Reading {
  readonly seen: Seen;
  readonly names: Names;
  readonly local: LocalTime;
}

const entries = ({ figure: { events, restated } }: EventsAnswer, of: FigureOnPage, reading: Reading): Html => {
  const { hasNextPage, endCursor } = events.pageInfo;
  const { seen, names, local } = reading;
  // Of a count every entry is counted: only a share tells its numerator apart.
  const share = of.definition.kind === 'RATIO';
  return html`<section>
      <h2>
        背后的事项 <span class="en" lang="en">The matters behind it</span>
        <small>${thousands(events.totalCount)}</small>
      </h2>
      <table class="entries">
        <thead>
          <tr>
            <th scope="col">编号 Number</th>
            <th scope="col">日期 Day</th>
            <th scope="col">事项 Matter</th>
            ${share && html`<th scope="col">计入分子 In the numerator</th>`}
          </tr>
        </thead>
        <tbody>
          ${events.edges.map(
            ({ node }) =>
              html`<tr>
                <th scope="row">${numbered(node.case, node.number, seen)}</th>
                <td>${node.day}</td>
                <td>${dimensions(node.dimensions, names)}</td>
                ${share && html`<td>${node.counted ? '是 yes' : '否 no'}</td>`}
              </tr>`,
          )}
        </tbody>
      </table>
      <p class="pages">
        ${hasNextPage && html`<a rel="next" href="${link(`/figures/${of.name}`, seen, { after: endCursor ?? undefined })}">下一页 Next page →</a>`}
      </p>
    </section>
    ${restatements(restated, seen, local)}`;
};

/** A figure: its definition, parts, interval, as-of, and the matters behind it where the reader may see them. */
export const figurePage = (
  answer: FigureAnswer,
  behind: EventsAnswer | null,
  seen: Seen,
  { names, local }: { names: Names; local: LocalTime },
): Html => {
  const { figure } = answer;
  const { definition } = figure;
  const said = rendered(figure);
  const path = `/figures/${figure.name}`;
  const fixed: Seen = { year: seen.year, asOf: figure.asOf };
  return html`<p class="back"><a href="${link('/', fixed)}">← ${seen.year} 年 The year</a></p>
    <h1>${definition.title.zh} <span class="en" lang="en">${definition.title.en}</span></h1>
    <p class="number big">
      ${exact(figure)}${said && html` <small>${said.zh} <span lang="en">${said.en}</span></small>`}
    </p>
    <p class="lead">${definition.description.zh}</p>
    <p lang="en">${definition.description.en}</p>
    ${numbers(answer, local)}
    ${behind ? entries(behind, figure, { seen: fixed, names, local }) : html`<p class="note">事项需登录后查看。 <span lang="en">The matters need a sign-in.</span> <a href="/sign-in?next=${encodeURIComponent(link(path, fixed))}">登录 Sign in</a></p>`}`;
};
