import type { Text } from '@sunlit/contracts';
import { Refused } from '@sunlit/kernel';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../graphql/context.js';
import { ask } from './ask.js';
import { html, type Html } from './html.js';
import type { Names } from './names.js';

const SEARCH = `query ($text: String!, $after: String) {
  knowledgeSearch(text: $text, first: 20, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id category policy { title } } question { text match } excerpt { text match } }
  }
}`;

const ONE = `query ($id: ID!) {
  knowledge(id: $id) {
    question answer category inForce edition policy { title number link } validFrom validUntil publishedAt
  }
}`;

interface Stretch {
  readonly text: string;
  readonly match: boolean;
}

interface Results {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly {
    readonly node: { readonly id: string; readonly category: string; readonly policy: { readonly title: string } };
    readonly question: readonly Stretch[];
    readonly excerpt: readonly Stretch[];
  }[];
}

interface Answer {
  readonly question: string;
  readonly answer: string;
  readonly category: string;
  readonly inForce: boolean;
  readonly edition: number;
  readonly policy: { readonly title: string; readonly number: string | null; readonly link: string | null };
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly publishedAt: string | null;
}

interface Made {
  readonly title: Text;
  readonly body: Html;
}

/** What the address asks for: `?q=公交卡&after=…`. */
export interface KnowledgeAsked {
  readonly text: string;
  readonly after?: string;
}

const LONGEST = 200;
const TITLE: Text = { zh: '知识库', en: 'Knowledge base' };

/** Reads the address; what is too long to be searched for is cut. */
export const knowledgeAsked = (
  query: Readonly<Record<string, unknown>>,
  after: string | undefined,
): KnowledgeAsked => ({
  text: typeof query['q'] === 'string' ? query['q'].trim().slice(0, LONGEST) : '',
  ...(after && { after }),
});

const marks = (stretches: readonly Stretch[]): Html =>
  html`${stretches.map(({ text, match }) => (match ? html`<mark>${text}</mark>` : text))}`;

const form = (text: string): Html =>
  html`<form class="search" role="search" action="/knowledge">
    <label for="q">找答复 <span class="en" lang="en">Find an answer</span></label>
    <div>
      <input
        id="q"
        name="q"
        type="search"
        value="${text}"
        maxlength="${LONGEST}"
        placeholder="公交卡 补办"
        enterkeyhint="search"
      />
      <button>搜索 Search</button>
    </div>
  </form>`;

const found = ({ node, question, excerpt }: Results['edges'][number], names: Names): Html => {
  const { zh } = names.both('category', node.category);
  return html`<li>
    <h2><a href="/knowledge/${node.id}">${marks(question)}</a></h2>
    <p>${marks(excerpt)}</p>
    <p class="who">${zh} · 依据 <span lang="en">according to</span> ${node.policy.title}</p>
  </li>`;
};

const heading = (text: string, total: number): Html => {
  if (text === '') return html`<p class="note">最近发布的在前。 <span lang="en">The latest first.</span></p>`;
  return total === 0
    ? html`<p class="warning" role="status">
        没有找到。换个说法再试,或拨打热线。 <span lang="en">Nothing found: try other words, or call the hotline.</span>
      </p>`
    : html`<p class="note" role="status">找到 ${total} 条。 <span lang="en">${total} found.</span></p>`;
};

const list = ({ text }: KnowledgeAsked, { edges, totalCount, pageInfo }: Results, names: Names): Html => {
  const next = new URLSearchParams({ q: text, after: pageInfo.endCursor ?? '' }).toString();
  return html`<h1>${TITLE.zh} <span class="en" lang="en">${TITLE.en}</span></h1>
    ${form(text)} ${heading(text, totalCount)}
    <ol class="found">
      ${edges.map((edge) => found(edge, names))}
    </ol>
    ${pageInfo.hasNextPage && html`<p><a rel="next" href="/knowledge?${next}">下一页 Next →</a></p>`}`;
};

const validity = ({ validFrom, validUntil }: Answer): Html | false =>
  (validFrom !== null || validUntil !== null) &&
  html`<div>
    <dt>有效期 <span class="en" lang="en">Holds</span></dt>
    <dd>${validFrom ?? '…'} – ${validUntil ?? '…'}</dd>
  </div>`;

const source = ({ title, number, link }: Answer['policy']): Html => {
  const said = number ? `${title}(${number})` : title;
  return link ? html`<a href="${link}" rel="noreferrer">${said}</a>` : html`${said}`;
};

const one = (answer: Answer, names: Names): Html => {
  const category = names.both('category', answer.category);
  return html`<p class="back"><a href="/knowledge">← ${TITLE.zh} ${TITLE.en}</a></p>
    <h1>${answer.question}</h1>
    ${
      !answer.inForce &&
      html`<p class="warning">未发布或不在有效期内。 <span lang="en">Not published, or not in force today.</span></p>`
    }
    <blockquote>${answer.answer}</blockquote>
    <dl class="facts">
      <div>
        <dt>依据 <span class="en" lang="en">According to</span></dt>
        <dd>${source(answer.policy)}</dd>
      </div>
      <div>
        <dt>分类 <span class="en" lang="en">Category</span></dt>
        <dd>${category.zh} <span lang="en">${category.en}</span></dd>
      </div>
      ${validity(answer)}
    </dl>
    ${form('')}`;
};

/** The pages of the knowledge base, made from the API's own queries: a search box that needs no script, and an answer. */
export const knowledgePages = (schema: () => GraphQLSchema, names: Names) => ({
  search: async (context: RequestContext, asked: KnowledgeAsked): Promise<Made> => {
    const answer = await ask<{ knowledgeSearch: Results }>(schema(), context, SEARCH, { ...asked });
    return { title: TITLE, body: list(asked, answer.knowledgeSearch, names) };
  },
  answer: async (context: RequestContext, id: string): Promise<Made> => {
    const { knowledge } = await ask<{ knowledge: Answer | null }>(schema(), context, ONE, { id });
    if (!knowledge) throw new Refused('NoSuchAnswer');
    return { title: { zh: knowledge.question, en: TITLE.en }, body: one(knowledge, names) };
  },
});
