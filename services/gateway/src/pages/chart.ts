import { thousands } from '@sunlit/contracts';
import { html, type Html } from './html.js';

/** A month's bar: in all, and the part drawn darker. */
export interface Bar {
  readonly label: string;
  readonly total: number;
  readonly part: number;
}

const [WIDTH, HEIGHT, TOP, BOTTOM, LEFT, RIGHT] = [720, 240, 24, 28, 44, 8];

/** A step of the axis that gives at most five lines: 1, 2 or 5 times a power of ten. */
const stepFor = (most: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  const found = [0.2, 0.5, 1, 2].map((times) => times * power).find((step) => most / step <= 5);
  return Math.max(1, found ?? power);
};

const barOf = ({ label, total, part }: Bar, index: number, slot: number, high: number): Html => {
  const y = (value: number): number => HEIGHT - BOTTOM - (value / high) * (HEIGHT - TOP - BOTTOM);
  const [x, width] = [LEFT + index * slot + slot * 0.16, slot * 0.68];
  const middle = (x + width / 2).toFixed(1);
  const rect = (name: string, from: number, to: number) =>
    html`<rect
      class="${name}"
      x="${x.toFixed(1)}"
      y="${y(to).toFixed(1)}"
      width="${width.toFixed(1)}"
      height="${(y(from) - y(to)).toFixed(1)}"
    />`;
  return html`<g
    >${rect('part', 0, part)}${rect('rest', part, total)}<text
      class="value"
      x="${middle}"
      y="${(y(total) - 6).toFixed(1)}"
      >${thousands(total)}</text
    ><text class="label" x="${middle}" y="${HEIGHT - 8}">${label}</text></g
  >`;
};

/** The months as stacked bars; `title` says in words what is seen. */
export const barChart = (bars: readonly Bar[], title: string): Html => {
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const step = stepFor(most);
  const high = Math.ceil(most / step) * step;
  const slot = (WIDTH - LEFT - RIGHT) / Math.max(1, bars.length);
  const lines = Array.from({ length: Math.floor(high / step) }, (_, index) => (index + 1) * step);
  const line = (value: number): Html => {
    const y = (HEIGHT - BOTTOM - (value / high) * (HEIGHT - TOP - BOTTOM)).toFixed(1);
    return html`<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}" /><text
        class="scale"
        x="${LEFT - 8}"
        y="${Number(y) + 4}"
        >${thousands(value)}</text
      >`;
  };
  return html`<div class="chart-box">
    <svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
      <g class="grid">
        ${lines.map(line)}
        <line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}" />
      </g>
      ${bars.map((bar, index) => barOf(bar, index, slot, high))}
    </svg>
  </div>`;
};
