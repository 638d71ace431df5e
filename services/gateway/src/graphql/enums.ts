import { Kind, parse } from 'graphql';
import { schemaSources } from './schema-files.js';

const SPECIAL: Readonly<Record<string, string>> = {
  CAME_AT: 'cameAt',
  DUE_ON: 'dueOn',
  REGISTERED_AT: 'registeredAt',
  FOLLOW_UP_ON: 'followUpOn',
};

const inside = (name: string): string => SPECIAL[name] ?? name.toLowerCase().replaceAll('_', '-');

/** The stored value of every enum value: `UNIT_HANDLER` is `unit-handler` inside. */
export const enumValues = (): Record<string, Record<string, string>> => {
  const found: Record<string, Record<string, string>> = {};
  for (const definition of schemaSources().flatMap((source) => parse(source).definitions)) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    const names = (definition.values ?? []).map(({ name }) => name.value);
    found[definition.name.value] = Object.fromEntries(names.map((name) => [name, inside(name)]));
  }
  return found;
};
