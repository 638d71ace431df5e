import { renderCount, renderRoughly, renderShare, thousands, type Text } from '@sunlit/contracts';
import { link, type Seen } from './address.js';
import { barChart, type Bar } from './chart.js';
import { html, type Html } from './html.js';
import type { LocalTime } from './names.js';

/** The six numbers of the year, in order. */
export const SIX = [
  'hotline.accepted.v1',
  'hotline.consultation-share.v1',
  'hotline.first-contact-share.v1',
  'complaints.handled-share.v1',
  'answers.on-time-share.v1',
  'followup.satisfaction.v1',
] as const;

export const YEAR_QUERY = `query Year($figures: [String!]!, $from: Day!, $to: Day!, $asOf: Instant) {
  six: statistics(figures: $figures, from: $from, to: $to, asOf: $asOf) {
    asOf
    rows { figure { name value numerator denominator interval { low high } incomplete definition { title { zh en } kind } } }
  }
  months: statistics(figures: ["hotline.accepted.v1", "hotline.consultation-share.v1"], from: $from, to: $to, granularity: MONTH, asOf: $asOf) {
    rows { bucket figure { name value numerator denominator } }
  }
}`;

export interface FigureOnPage {
  readonly name: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly incomplete: number;
  readonly definition: { readonly title: Text; readonly kind: string };
}
export interface YearAnswer {
  readonly six: { readonly asOf: string; readonly rows: readonly { readonly figure: FigureOnPage }[] };
  readonly months: {
    readonly rows: readonly {
      readonly bucket: string;
      readonly figure: Pick<FigureOnPage, 'name' | 'value' | 'numerator' | 'denominator'>;
    }[];
  };
}

/** The number as it is: a count, a share with two decimals, — for a share of nothing. */
export const exact = ({ definition, value, numerator, denominator }: FigureOnPage): string =>
  definition.kind === 'RATIO' ? renderShare(numerator ?? 0, denominator ?? 0) : value === null ? '—' : thousands(value);

/** The number as reports write it, where that says more than the number. */
export const rendered = ({ definition, value, numerator, denominator }: FigureOnPage): Text | null => {
  if (definition.kind === 'RATIO') return renderRoughly(numerator ?? 0, denominator ?? 0);
  const text = value === null ? null : renderCount(value);
  return text?.zh === String(value) ? null : text;
};

/** The Wilson interval in per cent. */
export const intervalText = ({ interval }: FigureOnPage): string | null =>
  interval && `${(interval.low * 100).toFixed(2)}–${(interval.high * 100).toFixed(2)}%`;

const card = (figure: FigureOnPage, seen: Seen): Html => {
  const said = rendered(figure);
  const { numerator, denominator, definition, name } = figure;
  const interval = intervalText(figure);
  return html`<li>
    <a class="card" href="${link(`/figures/${name}`, seen)}">
      <h2>${definition.title.zh}<span class="en" lang="en">${definition.title.en}</span></h2>
      <p class="number">${exact(figure)}<small>${said && html`${said.zh} <span lang="en">${said.en}</span>`}</small></p>
      <p class="of">
        ${denominator !== null && html`${thousands(numerator ?? 0)} / ${thousands(denominator)}`}${interval && html` · 95% ${interval}`}
      </p>
    </a>
  </li>`;
};

const monthsOf = ({ months }: YearAnswer, year: number): Bar[] => {
  const found = new Map(months.rows.map(({ bucket, figure }) => [`${bucket} ${figure.name}`, figure]));
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    const total = found.get(`${month} hotline.accepted.v1`)?.value ?? 0;
    const part = found.get(`${month} hotline.consultation-share.v1`)?.numerator ?? 0;
    return { label: `${index + 1}月`, total, part: Math.min(part, total) };
  });
};

const monthTable = (bars: readonly Bar[]): Html =>
  html`<details>
    <summary>各月数字 The months in numbers</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">月 Month</th>
          <th scope="col">受理 Accepted</th>
          <th scope="col">其中咨询 Consultations</th>
        </tr>
      </thead>
      <tbody>
        ${bars.map(
          ({ label, total, part }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${thousands(total)}</td>
              <td>${thousands(part)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;

const picker = ({ year, asOf }: Seen, thisYear: number): Html => {
  const years = Array.from({ length: thisYear - 2018 }, (_, index) => thisYear - index);
  const options = [...new Set([year, ...years])].sort((a, b) => b - a);
  return html`<form class="picker" method="get" action="/">
    <label
      >年份 Year
      <select name="year">
        ${options.map((one) => (one === year ? html`<option selected>${one}</option>` : html`<option>${one}</option>`))}
      </select></label
    >${asOf && html`<input type="hidden" name="asOf" value="${asOf}" />`}<button>查看 Show</button>
  </form>`;
};

/** The year in six numbers and its months. */
export const yearPage = (
  answer: YearAnswer,
  seen: Seen,
  { thisYear, local }: { thisYear: number; local: LocalTime },
): Html => {
  const { asOf, rows } = answer.six;
  const bars = monthsOf(answer, seen.year);
  const order = new Map<string, number>(SIX.map((name, index) => [name, index]));
  const figures = rows
    .map(({ figure }) => figure)
    .sort((a, b) => (order.get(a.name) ?? 99) - (order.get(b.name) ?? 99));
  const fixed: Seen = { year: seen.year, asOf };
  const missing = Math.max(0, ...figures.map(({ incomplete }) => incomplete));
  const sum = bars.reduce((all, { total }) => all + total, 0);
  return html`<div class="head">
      <h1>${seen.year} 年 <span class="en" lang="en">The year in six numbers</span></h1>
      ${picker(seen, thisYear)}
    </div>
    <p class="asof">
      截至 As of <a href="${link('/', fixed)}"><time datetime="${asOf}">${local(asOf)}</time></a>
    </p>
    ${missing > 0 && html`<p class="warning" role="status">有 ${missing} 个事项处理受阻,暂未计入。 <span lang="en">${missing} matters are set aside and not counted yet.</span></p>`}
    <ul class="cards">
      ${figures.map((figure) => card(figure, fixed))}
    </ul>
    <section>
      <h2>各月受理 <span class="en" lang="en">Accepted by month</span></h2>
      <p class="legend"><span class="key part"></span>咨询 Consultations <span class="key rest"></span>其他 Others</p>
      ${barChart(bars, `${seen.year} 年各月受理件数,全年 ${sum} 件。 Matters accepted by month in ${seen.year}, ${sum} in all.`)}
      ${monthTable(bars)}
    </section>`;
};
