import { policyOf, type Day, type Text } from '@sunlit/calendar';
import { digestOf, type JsonObject } from '@sunlit/kernel';
import type {
  Attribute,
  Category,
  Coded,
  DeclineGround,
  Ground,
  Kind,
  ListedObject,
  Medium,
  Office,
  OfficeDeadline,
  PersonFlag,
  RoleCode,
  ServicePoint,
  Source,
  SuspensionGround,
  Unit,
  Urgency,
} from './office.types.js';

const tables = new WeakMap<readonly Coded[], ReadonlyMap<string, Coded>>();

/** The entry of a list by its code, or null. */
const inList = <T extends Coded>(list: readonly T[], code: string): T | null => {
  const table = tables.get(list) ?? new Map(list.map((entry) => [entry.code, entry]));
  tables.set(list, table);
  return (table.get(code) as T | undefined) ?? null;
};

/** Each of these gives the entry of a code, ended or not, or null for an unknown one. */
export const unit = (office: Office, code: string): Unit | null => inList(office.units, code);
export const source = (office: Office, code: string): Source | null => inList(office.sources, code);
export const medium = (office: Office, code: string): Medium | null => inList(office.media, code);
export const servicePoint = (office: Office, code: string): ServicePoint | null => inList(office.servicePoints, code);
export const kind = (office: Office, code: string): Kind | null => inList(office.kinds, code);
export const category = (office: Office, code: string): Category | null => inList(office.categories, code);
export const declineGround = (office: Office, code: string): DeclineGround | null =>
  inList(office.declineGrounds, code);
export const returnGround = (office: Office, code: string): Ground | null => inList(office.returnGrounds, code);
export const redoGround = (office: Office, code: string): Ground | null => inList(office.redoGrounds, code);

export const suspensionGround = (office: Office, code: string): SuspensionGround | null =>
  inList(office.suspensionGrounds ?? NO_SUSPENSIONS, code);
const NO_SUSPENSIONS: readonly SuspensionGround[] = [];

export const personFlag = (office: Office, code: string): PersonFlag | null =>
  inList(office.personFlags ?? NO_FLAGS, code);
const NO_FLAGS: readonly PersonFlag[] = [];

const NO_GROUNDS: readonly Ground[] = [];
export const dissatisfactionReason = (office: Office, code: string): Ground | null =>
  inList(office.dissatisfactionReasons ?? NO_GROUNDS, code);
export const setAsideGround = (office: Office, code: string): Ground | null =>
  inList(office.setAsideGrounds ?? NO_GROUNDS, code);

const NO_CODES: readonly Coded[] = [];
export const businessField = (office: Office, code: string): Coded | null =>
  inList(office.businessFields ?? NO_CODES, code);
export const district = (office: Office, code: string): Coded | null => inList(office.districts ?? NO_CODES, code);

const NO_OBJECTS: readonly ListedObject[] = [];
export const listedObject = (office: Office, code: string): ListedObject | null =>
  inList(office.objects ?? NO_OBJECTS, code);

/** Whether the office lists the values of an attribute, so that no other is taken. */
export const isClosed = ({ businessFields, districts, objects }: Office, attribute: Attribute): boolean => {
  const listed = { field: businessFields, district: districts } as Partial<Record<Attribute, readonly Coded[]>>;
  const entries = attribute in listed ? listed[attribute] : objects?.filter(({ kind }) => kind === attribute);
  return entries !== undefined && entries.length > 0;
};

/** What the category's matters may name: what it and those above it declare; null where none does. */
export const attributesOf = (office: Office, code: string): ReadonlySet<Attribute> | null => {
  const found = new Set<Attribute>();
  for (let at = category(office, code); at; at = at.parent === undefined ? null : category(office, at.parent))
    for (const attribute of at.attributes ?? []) found.add(attribute);
  return found.size > 0 ? found : null;
};

/** Whether the entry may be chosen on the day: not before its `from` (units, deadlines), not after its `until`; both are included. */
export const inForce = (entry: { readonly from?: Day; readonly until?: Day }, onDay: Day): boolean =>
  (entry.from === undefined || entry.from <= onDay) && (entry.until === undefined || onDay <= entry.until);

/** The units there were on the day, in the profile's order. */
export const unitsOn = (office: Office, onDay: Day): Unit[] => office.units.filter((each) => inForce(each, onDay));

const forwards = (office: Office, from: Unit | null, onDay: Day): Unit | null => {
  let at = from;
  while (at?.until !== undefined && at.until < onDay)
    at = at.successor === undefined ? null : unit(office, at.successor);
  return at;
};

/** Of several units merged into one, none was it alone. */
const predecessor = (office: Office, code: string): Unit | null => {
  const before = office.units.filter(({ successor }) => successor === code);
  return before.length === 1 ? before[0]! : null;
};

const backwards = (office: Office, from: Unit | null, onDay: Day): Unit | null => {
  let at = from;
  while (at && at.from > onDay) at = predecessor(office, at.code);
  return at;
};

/** The unit that was or is this one on the day, successors followed forwards and predecessors backwards; null for none. */
export const unitOn = (office: Office, code: string, onDay: Day): Unit | null => {
  const found = backwards(office, forwards(office, unit(office, code), onDay), onDay);
  return found && inForce(found, onDay) ? found : null;
};

/** What the unit was called on the day (2021 shows 2021's names); its own name where it had no form then; null for an unknown code. */
export const unitName = (office: Office, code: string, onDay: Day): Text | null =>
  (unitOn(office, code, onDay) ?? unit(office, code))?.name ?? null;

const below = (list: readonly (Coded & { readonly parent?: string })[], code: string): string[] => {
  const found = [code];
  for (const each of found)
    for (const entry of list) if (entry.parent === each && !found.includes(entry.code)) found.push(entry.code);
  return found;
};

/** The code and those of all units under it, ended ones included. */
export const subtree = (office: Office, code: string): string[] => below(office.units, code);

/** The code and those of all categories under it, ended ones included. */
export const categorySubtree = (office: Office, code: string): string[] => below(office.categories, code);

/** The category's names from the root down to itself; empty for an unknown code. */
export const categoryPath = (office: Office, code: string): Text[] => {
  const path: Text[] = [];
  for (let at = category(office, code); at; at = at.parent === undefined ? null : category(office, at.parent))
    path.unshift(at.name);
  return path;
};

/** The name a role has in this office. */
export const roleName = (office: Office, code: RoleCode): Text =>
  office.roles.find((role) => role.code === code)?.name ?? { zh: code, en: code };

/** What a deadline rule is chosen by. */
export interface RuleFor {
  readonly kind: string;
  readonly urgency: Urgency;
  readonly source?: string;
}

/**
 * The deadline rule for a matter received on the day (without one: the rule now open-ended); one that names its source goes before one
 * that names none; null for an unknown kind.
 */
export const ruleForMatter = (
  office: Office,
  { kind, urgency, source }: RuleFor,
  onDay?: Day,
): OfficeDeadline | null => {
  const rules = office.deadlines.filter(
    (rule) =>
      rule.urgency === urgency &&
      rule.kinds.includes(kind) &&
      (onDay === undefined ? rule.until === undefined : inForce(rule, onDay)),
  );
  const own = rules.find(({ sources }) => source !== undefined && sources?.includes(source));
  return own ?? rules.find(({ sources }) => sources === undefined) ?? null;
};

/** The same for a matter of no particular source. */
export const ruleFor = (office: Office, kindCode: string, urgency: Urgency, onDay?: Day): OfficeDeadline | null =>
  ruleForMatter(office, { kind: kindCode, urgency }, onDay);

/** The rule a due date names (`complaint.normal@1`), ended or not; null for an unknown one. */
export const ruleOf = (office: Office, policy: string): OfficeDeadline | null =>
  office.deadlines.find((rule) => policyOf(rule) === policy) ?? null;

/** The profile as an event keeps it: plain JSON. */
export const officeContent = (office: Office): JsonObject => office as unknown as JsonObject;

/** SHA-256 of the content's canonical JSON, in hex: equal exactly where nothing in the profile changed (comments and layout do not count). */
export const officeDigest = (office: Office): string => digestOf(officeContent(office));
