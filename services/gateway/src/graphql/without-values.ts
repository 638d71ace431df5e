/** What may be wrong with a value, in graphql-js' words and ours, none of which repeat the value. */
const REASONS: readonly RegExp[] = [
  /Expected non-nullable type "[\w![\]]+" not to be null/,
  /Expected type "\w+" to be an object/,
  /Field "\w+" of required type "[\w![\]]+" was not provided/,
  /Field "\w+" is not defined by type "\w+"/,
  /does not exist in "\w+" enum/,
  /(?:Int|Float|String|Boolean|ID|Enum "\w+") cannot represent [\w -]*value/,
  /is no (?:Day|Instant): write it as .*/s,
];

/** Of a variable: its name, the place in it and the reason, found from the end, as the value may hold anything. */
const ofVariable = (message: string, name: string): string => {
  const at = new RegExp(`^.* at "(${name}[\\w.[\\]]+)"; `, 's').exec(message)?.[1];
  const reason = REASONS.map((one) => one.exec(message)?.[0]).find((found) => found !== undefined);
  return `Variable "$${name}" got an invalid value${at === undefined ? '' : ` at "${at}"`}${reason === undefined ? '' : `: ${reason}`}.`;
};

/**
 * graphql-js' message without what was sent: a name or a number in the wrong place is still somebody's, and errors are kept by proxies,
 * browsers and whoever is asked for help. Names of fields, types and variables stay.
 */
export const withoutValues = (message: string): string => {
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(message)?.[1];
  if (variable !== undefined) return ofVariable(message, variable);
  return message
    .replace(/^Value .* does not exist in/s, 'The value does not exist in')
    .replace(/(cannot represent [\w -]*value): .*$/s, '$1.')
    .replace(/^(Expected value of type "[\w![\]]+"), found .*$/s, '$1.')
    .replace(/\b(found|Unexpected) (String|BlockString|Int|Float) .*$/s, '$1 $2.');
};
