import { Refused, canonicalJson, type Json } from '@sunlit/kernel';
import type { KeptAttributes, Named } from './attribute.rules.js';
import type { CaseworkFact } from '../case/casework.events.js';
import {
  mustBe,
  mustBeHere,
  type CaseCommand,
  type CaseState,
  type DecideRows,
  type EvolveRows,
} from '../case/case.state.js';
import type { Rules } from '../case/rules.js';

const given = ({ coded, texts }: KeptAttributes): CaseworkFact =>
  ({ type: 'AttributesGiven', data: { coded, texts } }) as CaseworkFact;

const isEmpty = (object: object): boolean => Object.keys(object).length === 0;

/** What a registration names: its `object` as it always did; beside it all of it, where something is listed or more is named. */
export const namedAtRegistration = (rules: Rules, { data, meta }: CaseCommand<'RegisterCase'>): CaseworkFact[] => {
  const { object, attributes, category, origin } = data;
  const keep = origin ? rules.attributesThatFit : rules.attributesAsKept;
  const kept = keep({ ...object, ...attributes } as Named, category, rules.day(meta.at));
  return isEmpty(kept.coded) && (!attributes || isEmpty(attributes)) ? [] : [given(kept)];
};

/** What it names once its `object` is put right: that, in place of what was named of it before. */
export const namedAfter = (rules: Rules, now: CaseState, corrected: CaseState, on: string): CaseworkFact[] => {
  const { object, category } = corrected.details;
  if (canonicalJson(object ?? null) === canonicalJson(now.details.object ?? null)) return [];
  const { line: _, road: __, company: ___, ...others } = now.attributes ?? {};
  const kept = rules.attributesAsKept({ ...others, ...object } as Named, category, on);
  return isEmpty(kept.coded) && !now.attributes ? [] : [given(kept)];
};

/** What a matter names of itself, and ratings nobody was called for. */
export const naming = (rules: Rules) => {
  const decide: DecideRows<'SetAttributes' | 'RateBy'> = {
    SetAttributes: ({ data: { attributes }, meta }, now) => {
      mustBeHere(now);
      rules.checkTime(meta, now, now.came);
      const kept = rules.attributesAsKept(attributes as Named, now.details.category, rules.day(now.came.at));
      const known = (now.attributes ?? {}) as Json;
      return canonicalJson({ ...kept.coded, ...kept.texts } as Json) === canonicalJson(known) ? [] : [given(kept)];
    },
    // By whatever way but a call of ours: each way once a round.
    RateBy: ({ data: { medium, level }, meta }, now) => {
      mustBe(now, 'answered', 'closed');
      rules.checkTime(meta, now);
      if (now.ratedBy?.includes(medium)) throw new Refused('AlreadyRated');
      return [{ type: 'RatingReceived', data: { by: medium, level, round: now.round } }];
    },
  };

  const evolve: EvolveRows<'AttributesGiven' | 'RatingReceived'> = {
    AttributesGiven: (now, { data }) => ({ ...now, attributes: { ...data.coded, ...data.texts } as Named }),
    RatingReceived: (now, { data }) => ({ ...now, ratedBy: [...(now.ratedBy ?? []), data.by] }),
  };
  return { decide, evolve };
};
