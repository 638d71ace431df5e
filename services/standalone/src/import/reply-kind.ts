import type { ReplyKind } from './import.types.js';
import type { Mapping, ReplyRule } from './mapping.schema.js';
import { normal } from './normal.js';
import type { RowReader } from './row-reader.js';

const patterns = new Map<string, RegExp>();

const patternOf = (source: string): RegExp => {
  const known = patterns.get(source) ?? new RegExp(source, 'gu');
  patterns.set(source, known);
  known.lastIndex = 0;
  return known;
};

const listed = (values: readonly string[], text: string): boolean => values.some((value) => normal(value) === text);

/** What is left of a text when greetings, thanks and dates are taken out, until nothing more goes. */
const without = (text: string, sources: readonly string[]): string => {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    for (const source of sources) rest = rest.replace(patternOf(source), '').trim();
  }
  return rest;
};

const fits = (rule: ReplyRule, written: string): boolean => {
  const { values, words, match, maxLength = Infinity } = rule;
  const text = without(normal(written), rule.without ?? []);
  const holds = [
    text.length <= maxLength,
    !values || listed(values, text),
    !words || words.some((word) => text.includes(normal(word))),
    match === undefined || patternOf(match).test(text),
  ];
  return holds.every(Boolean);
};

/** What a reply is by the first of the mapping's rules that fits; an answer where none does. */
export const replyKind = (reader: RowReader, answer: NonNullable<Mapping['answer']>, reply: string): ReplyKind => {
  const rule = answer.replies?.find((each) => {
    const written = each.column === undefined || each.column === answer.text ? reply : (reader.text(each.column) ?? '');
    return fits(each, written);
  });
  return rule?.is ?? 'final';
};
