/** What a reader of XML is told, in order. Names come without their prefix; `attributes` is the raw text of the tag. */
export interface XmlEvents {
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** The text is no XML a spreadsheet holds. */
export class BrokenXml extends Error {}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const MAX_TAG = 1024 * 1024;

const characterOf = (name: string): string | undefined => {
  if (!name.startsWith('#')) return ENTITIES[name];
  const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
};

/** Character references and the five named ones put in; others are left as they stand. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-fA-F]+|[a-z]+);/g, (all, name: string) => characterOf(name) ?? all)
    : text;

/** One attribute of a tag by its name without prefix, or undefined. */
export const attribute = (attributes: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const tag = (body: string, events: XmlEvents): void => {
  if (body.startsWith('/')) return events.close(localName(body.slice(1).trimEnd()));
  const empty = body.endsWith('/');
  const inner = empty ? body.slice(0, -1) : body;
  const end = inner.search(/\s/);
  const name = localName(end < 0 ? inner : inner.slice(0, end));
  events.open(name, end < 0 ? '' : inner.slice(end));
  if (empty) events.close(name);
};

const CDATA = '<![CDATA[';
const SPECIAL = [
  ['<!--', '-->'],
  [CDATA, ']]>'],
  ['<?', '?>'],
] as const;

/** A comment, CDATA or instruction at `at`: where it ends, -1 where the rest has not come yet; undefined for a tag. */
const special = (text: string, at: number, events: XmlEvents): number | undefined => {
  const [begin, finish] = SPECIAL.find(([mark]) => text.startsWith(mark, at)) ?? [];
  if (begin === undefined || finish === undefined) return undefined;
  const end = text.indexOf(finish, at + begin.length);
  if (end >= 0 && begin === CDATA) events.text(text.slice(at + begin.length, end).replaceAll('&', '&amp;'));
  return end < 0 ? -1 : end + finish.length;
};

/** Reads what begins with `<` at `at`: where it ends, or -1 where the rest has not come yet. */
const markup = (text: string, at: number, events: XmlEvents): number => {
  const after = special(text, at, events);
  if (after !== undefined) return after;
  const end = text.indexOf('>', at);
  if (end < 0) return -1;
  // A document type could define entities that grow without bound; no spreadsheet has one.
  if (text.startsWith('<!DOCTYPE', at)) throw new BrokenXml('a document type');
  tag(text.slice(at + 1, end), events);
  return end + 1;
};

/** A reader of XML that comes in pieces: give it each piece in order, then `end()`. Throws `BrokenXml`. */
export const xmlReader = (events: XmlEvents) => {
  let rest = '';
  const step = (text: string, at: number): number => {
    const next = text.indexOf('<', at);
    if (next < 0) return -1;
    if (next > at) events.text(text.slice(at, next));
    const after = markup(text, next, events);
    if (after < 0) rest = text.slice(next);
    return after;
  };
  return {
    write: (piece: string): void => {
      const text = rest + piece;
      rest = '';
      for (let at = 0; at < text.length;) {
        const after = step(text, at);
        if (after < 0) {
          if (rest === '') rest = text.slice(at);
          break;
        }
        at = after;
      }
      if (rest.length > MAX_TAG) throw new BrokenXml('a tag or text without an end');
    },
    end: (): void => {
      if (rest.trim() !== '') throw new BrokenXml('cut short');
    },
  };
};
