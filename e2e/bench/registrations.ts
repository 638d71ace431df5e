import { timeOrderedId } from '@sunlit/kernel';
import { aComplaint } from '../harness/matters.js';
import { post } from './http-connection.js';

/** Categories of the shipped profile that name fields and districts, taken in turn so that tallies can differ. */
const CATEGORIES = ['taxi.refusal', 'taxi.fare', 'bus.service', 'bus.card', 'freight.licence'] as const;

/** What was acknowledged, by category: compared with what is kept in the end. */
export interface Tally {
  readonly cases: () => number;
  readonly byCategory: Readonly<Record<string, number>>;
  add(category: string): void;
}

export const tally = (): Tally => {
  const byCategory: Record<string, number> = {};
  let cases = 0;
  return {
    cases: () => cases,
    byCategory,
    add: (category) => {
      cases++;
      byCategory[category] = (byCategory[category] ?? 0) + 1;
    },
  };
};

/** A complaint that is new to everybody, as a request; alike but for its id and category. */
export interface Registration {
  readonly category: string;
  readonly request: Buffer;
}

/** How registrations are sent: `accept` also accepts it (and sets its deadline) in the same append, and names field and district. */
export interface RegistrationOptions {
  readonly url: string;
  readonly front: 'bare' | 'graphql';
  readonly accept: boolean;
  readonly token?: string;
}

const MUTATION = `mutation Run($input: RegisterInput!) { answer: registerComplaint(input: $input) {
  __typename ... on CommandDone { case revision number queryCode token } ... on Refusal { code textEn field } } }`;

/** Makes registrations, each under an id of its own. */
export const registrations = ({ url, front, accept, token }: RegistrationOptions) => {
  const attributes = accept ? { attributes: { field: 'city-passengers', district: 'weidu' } } : {};
  let made = 0;
  return (): Registration => {
    const category = CATEGORIES[made++ % CATEGORIES.length]!;
    const { case: _, ...data } = { case: null, ...aComplaint({ category, accept, ...attributes }) };
    const commandId = timeOrderedId(Date.now());
    if (front === 'bare') return { category, request: post(url, '/register', JSON.stringify({ commandId, data })) };
    const body = JSON.stringify({ query: MUTATION, variables: { input: { ...data, commandId } } });
    return { category, request: post(url, '/graphql', body, { authorization: `Bearer ${token}` }) };
  };
};

/** Throws where the command was not carried out. */
export const mustBeDone = ({ status, body }: { readonly status: number; readonly body: string }): void => {
  if (status < 300 && body.includes('"number"') && !body.includes('"errors"')) return;
  throw new Error(`A registration was answered with ${status}: ${body.slice(0, 500)}`);
};
