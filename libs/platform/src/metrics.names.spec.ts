import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { metrics } from './metrics.js';

const root = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(root(path), 'utf8');

/** What Grafana puts in an expression's place before it is asked. */
const VARIABLES: Readonly<Record<string, string>> = { $__rate_interval: '1m', $__range: '1h' };

/** Names of Prometheus' own making. */
const FOREIGN = ['up'];

/** The metrics a PromQL expression names, and the labels it matches and groups by; throws where it is none. */
const usesOf = (expression: string): { readonly metrics: readonly string[]; readonly labels: readonly string[] } => {
  const text = expression.replace(/\$__\w+/g, (name) => VARIABLES[name] ?? name);
  const names: string[] = [];
  const labels: string[] = [];
  parser.parse(text).iterate({
    enter: ({ type, from, to, node }) => {
      const said = text.slice(from, to);
      if (type.isError) throw new Error(`"${expression}" is no PromQL, at ${from}: "${text.slice(from, from + 20)}"`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') names.push(said);
      if (type.name === 'LabelName') labels.push(said);
    },
  });
  return { metrics: names, labels };
};

/** Every metric the program exposes, with the labels it may have: what a histogram is asked by has its suffixes. */
const exposed = async (): Promise<ReadonlySet<string>> => {
  const shown = metrics({ call: async () => ({ items: [], checkpoints: {}, head: 0 }) }, { ready: async () => true });
  const types = [...(await shown.text()).matchAll(/^# TYPE (\S+) (\w+)$/gm)];
  const suffixes = (type: string) => (type === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']);
  return new Set(types.flatMap(([, name, type]) => suffixes(type!).map((suffix) => `${name}${suffix}`)));
};

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly description: string; readonly runbook: string };
}

interface Panel {
  readonly type: string;
  readonly title: string;
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly { readonly expr: string }[];
}

const rules = (parse(read('deploy/observability/sunlit.rules.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  (group) => group.rules,
);
const { panels } = JSON.parse(read('deploy/observability/sunlit.dashboard.json')) as { panels: Panel[] };
const asked = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** The labels the program's metrics have, and those every target has. */
const LABELS = ['service', 'operation', 'outcome', 'code', 'projection', 'relay', 'what', 'le', 'instance', 'job'];

describe('an expression', () => {
  it('names its metrics, wherever they stand', () => {
    const text =
      'histogram_quantile(0.9, sum by (le) (rate(a_bucket{x="b_total",y=~"c"}[5m]))) > 2 and d unless on (z) e offset 1h';
    expect(usesOf(text)).toEqual({ metrics: ['a_bucket', 'd', 'e'], labels: ['le', 'x', 'y', 'z'] });
    expect(usesOf('sum(rate(a[$__rate_interval])) or vector(0)').metrics).toEqual(['a']);
  });

  it('that is none is refused', () => {
    for (const text of ['sum by (a (b)', 'a{', 'rate(a[5x])', 'a >'])
      expect(() => usesOf(text)).toThrow('is no PromQL');
  });
});

describe('rules and dashboard', () => {
  it('ask only for what the program exposes', async () => {
    const known = await exposed();
    expect([rules.length, asked.length].every((count) => count > 5)).toBe(true);
    for (const expression of [...rules.map(({ expr }) => expr), ...asked]) {
      const uses = usesOf(expression);
      expect(uses.metrics.length).toBeGreaterThan(0);
      expect(uses.metrics.filter((name) => !known.has(name) && !FOREIGN.includes(name))).toEqual([]);
      expect(uses.labels.filter((label) => !LABELS.includes(label))).toEqual([]);
    }
  });

  it('leave out nothing of what the program alone exposes', async () => {
    const shown = new Set(asked.flatMap((expression) => usesOf(expression).metrics));
    const own = [...(await exposed())].filter((name) => name.startsWith('sunlit_') && !/_(sum|bucket)$/.test(name));
    expect(own.filter((name) => !shown.has(name))).toEqual([]);
  });

  it('speak Chinese first, then English', () => {
    const both = /^[^\p{L}]*(\p{Script=Han}|\{\{)[^]*[A-Za-z]/u;
    for (const { alert, annotations, labels, for: held } of rules) {
      expect([alert, annotations.summary, annotations.description]).toEqual([
        expect.stringMatching(/^Sunlit[A-Z]\w+$/),
        expect.stringMatching(both),
        expect.stringMatching(both),
      ]);
      expect(['critical', 'warning']).toContain(labels.severity);
      expect(held).toMatch(/^\d+m$/);
    }
    for (const { title, type, datasource } of panels) {
      expect(title).toMatch(/^[^A-Za-z]*\p{Script=Han}|^CPU|^处理器/u);
      if (type !== 'row') expect(datasource).toMatchObject({ uid: '${datasource}' });
    }
  });

  it('send whom they wake to a place that is there', () => {
    expect(existsSync(root('docs/operations.md'))).toBe(true);
    const text = read('docs/operations.md');
    for (const { alert, annotations } of rules) {
      expect(annotations.runbook).toBe(`docs/operations.md#${alert.toLowerCase()}`);
      expect(text).toMatch(new RegExp(`^#+ ${alert}\\s*$|<a (id|name)="${alert.toLowerCase()}">`, 'm'));
    }
  });
});
