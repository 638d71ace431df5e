import type { Text, Viewer } from '@sunlit/contracts';
import type { Gateway } from '../gateway.types.js';
import { html, type Html } from './html.js';

export interface Page {
  readonly title: Text;
  readonly viewer: Viewer | null;
  readonly body: Html;
}

/** Chinese first, English beneath or beside it. */
export const both = ({ zh, en }: Text): Html => html`<span>${zh}</span> <span class="en" lang="en">${en}</span>`;

const account = (viewer: Viewer | null): Html =>
  viewer && viewer.role !== 'public'
    ? html`<form method="post" action="/sign-out"><span>${viewer.account}</span> <button>退出 Sign out</button></form>`
    : html`<a href="/sign-in">登录 Sign in</a>`;

/** A whole page: no script, one style sheet of ours. */
export const layout = ({ office, demo }: Pick<Gateway, 'office' | 'demo'>, { title, viewer, body }: Page): string => {
  const { name } = office.office;
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title.zh} · ${name.zh}</title>
        <link rel="stylesheet" href="/assets/sunlit.css" />
        <link rel="icon" href="/assets/sunlit.svg" />
      </head>
      <body>
        <a class="skip" href="#main">跳到正文 Skip to content</a>
        ${demo && html`<p class="demo" role="note"><strong>演示数据</strong> <span lang="en">Demonstration data: everything here is made up.</span></p>`}
        <header>
          <a class="brand" href="/"><b>阳光</b> ${name.zh} <span class="en" lang="en">${name.en}</span></a>
          <nav aria-label="账号 Account">${account(viewer)}</nav>
        </header>
        <main id="main">${body}</main>
        <footer>
          <p>
            每个数字都由事件算出,可以一直点到事项。
            <span lang="en">Every figure is computed from events and can be followed down to the matters.</span>
          </p>
          <p><a href="/knowledge">知识库 Knowledge base</a> · <a href="/graphiql">GraphQL</a></p>
        </footer>
      </body>
    </html>`.markup;
};
