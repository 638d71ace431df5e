/** Markup that is safe to put into a page as it is. */
export class Html {
  constructor(readonly markup: string) {}
  toString(): string {
    return this.markup;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const shown = (part: Part): string => {
  if (part instanceof Html) return part.markup;
  if (part === null || part === undefined || part === false) return '';
  if (Array.isArray(part)) return part.map((one: Part) => shown(one)).join('');
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
};

/** A template in which every text is escaped; `Html` and lists of it are put in as they are. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.reduce((made, text, index) => made + shown(parts[index - 1]) + text));
