import { z } from 'zod';
import { code, officialText } from './terms.js';

const name = z.string().trim().min(1).max(60);

/** What a matter may name of itself: a business field, a district, and the object it is about. */
export const attributeNames = ['field', 'district', 'line', 'station', 'road', 'company', 'project'] as const;
export type AttributeName = (typeof attributeNames)[number];

/** As it is given: codes of the office's lists; an object of a kind the office does not list is named in words. */
export const attributes = z
  .strictObject({
    field: code,
    district: code,
    line: name,
    station: name,
    road: name,
    company: name,
    project: name,
  })
  .partial();

const codes = z
  .strictObject({ field: code, district: code, line: code, station: code, road: code, company: code, project: code })
  .partial();

/** As it is kept: what the office lists apart from what is said in words. */
export const keptAttributes = {
  coded: codes,
  texts: z.strictObject({ line: name, station: name, road: name, company: name, project: name }).partial(),
} as const;

const reason = officialText(500);

/** Commands of both services on what a matter names of itself. */
export const attributeCommands = {
  /** In place of all that was named before. */
  SetAttributes: z.strictObject({ attributes, reason: reason.optional() }),
} as const;

/** What is said publicly of it: codes of the office's lists alone, never words. */
export const attributePublicEvents = {
  AttributesGiven: z.strictObject({
    coded: codes.describe(
      '业务领域、区域和对象在清单中的代码;取代此前的。 Codes of the business field, the district and the objects; in place of those before.',
    ),
  }),
} as const;
