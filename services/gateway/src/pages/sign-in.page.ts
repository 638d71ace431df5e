import type { Text } from '@sunlit/contracts';
import { html, type Html } from './html.js';

/** A local address to go on to after signing in; anything else becomes `/`. */
export const localAddress = (given: unknown): string =>
  typeof given === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,1000}$/.test(given) && !given.includes('\\') ? given : '/';

/** The form, with why the last try failed. */
export const signInPage = (next: string, failed: Text | null): Html =>
  html`<div class="narrow">
    <h1>登录 <span class="en" lang="en">Sign in</span></h1>
    ${failed && html`<p class="warning" role="alert">${failed.zh} <span lang="en">${failed.en}</span></p>`}
    <form class="sign-in" method="post" action="/sign-in">
      <input type="hidden" name="next" value="${next}" />
      <label
        >账号 Account<input
          name="account"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          maxlength="64"
          required
      /></label>
      <label
        >密码 Password<input name="password" type="password" autocomplete="current-password" maxlength="200" required
      /></label>
      <button>登录 Sign in</button>
    </form>
  </div>`;
