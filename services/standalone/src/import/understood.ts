import type { Json, JsonObject } from '@sunlit/kernel';
import type { Office } from '@sunlit/platform';
import type { Understood } from './import.types.js';
import { CODE_NAMES, codesOf, type CodeName } from './mapping.codes.js';
import { columnOf } from './mapping.columns.js';
import type { Mapping } from './mapping.schema.js';
import type { PlannedCommand, RowPlan } from './row-plan.js';

/** What a mapping sets for the whole file. */
const LEFT_OUT = new Set(['accept', 'history']);
const MAX_SHOWN = 60;

const shown = (office: Office, name: string, value: Json): string => {
  const text = String(value).replaceAll('\n', ' ');
  const entry = (CODE_NAMES as readonly string[]).includes(name)
    ? codesOf(office, name as CodeName).find(({ code }) => code === text)
    : undefined;
  if (entry) return `${text} (${entry.name.zh})`;
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN).toWellFormed()}…` : text;
};

const members = (data: JsonObject, before: readonly string[] = []): (readonly [readonly string[], Json])[] =>
  Object.entries(data).flatMap(([name, value]) => {
    const path = [...before, name];
    if (value === undefined || LEFT_OUT.has(name)) return [];
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? members(value as JsonObject, path)
      : [[path, value]];
  });

/** The prefix of the fields of a stage: those of a registration are the mapping's own. */
const STAGES: Readonly<Record<string, string>> = { interim: 'answer', answered: 'answer', rated: 'rating' };

const ofCommand = (
  { data, occurredAt }: PlannedCommand,
  stage: string,
  mapping: Mapping,
  office: Office,
): Understood[] => {
  const prefix = STAGES[stage];
  const before = prefix === undefined ? [] : [prefix];
  const fields = members(data, before).map(([path, value]) => ({
    field: path.join('.'),
    column: columnOf(mapping, path),
    value: shown(office, path.at(-1)!, value),
  }));
  const at = prefix === undefined ? ['cameAt'] : [prefix, 'at'];
  const when = {
    field: at.join('.'),
    column: columnOf(mapping, at),
    value: `${occurredAt.at} (${occurredAt.precision})`,
  };
  return [...fields, when];
};

/** A checked row as it was understood, field by field, in the order the commands have them. */
export const understood = (plan: RowPlan, mapping: Mapping, office: Office): Understood[] => {
  const fields = plan.stages.flatMap(({ name, commands }) => {
    const last = commands(plan.service).at(-1);
    return last ? ofCommand(last, name, mapping, office) : [];
  });
  const reply = plan.reply && [
    { field: 'answer.is', column: columnOf(mapping, ['answer', 'text']), value: plan.reply },
  ];
  return [...fields, ...(reply ?? [])];
};
