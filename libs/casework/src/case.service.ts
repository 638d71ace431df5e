import type { CaseOperations, CommandTable } from '@sunlit/contracts';
import type { Command, Decider, Fact, JsonObject, Operations, Policy, Projection, StoredEvent } from '@sunlit/kernel';
import type { ServiceContext, ServiceDefinition } from '@sunlit/platform';
import { caseHandler, type CaseHandlerOptions } from './case.handler.js';
import { caseLookup } from './case.lookup.js';
import type { CaseState } from './case.state.js';
import { caseStory } from './case.story.js';
import { caseTimers } from './case.timers.js';
import type { DeskDocument } from './desk.document.js';
import { deskQueries } from './desk.queries.js';
import type { Rules } from './rules.js';

export interface CaseServiceParts<C extends Command, E extends Fact> {
  readonly service: string;
  readonly category: string;
  readonly prefix: string;
  readonly rules: Rules;
  readonly commands: CommandTable;
  readonly decider: Decider<C, E, CaseState>;
  readonly takeOver?: CaseHandlerOptions<C, E>['takeOver'];
  readonly desk: Projection<StoredEvent, DeskDocument>;
  readonly publish: (event: StoredEvent) => { type: string; data: JsonObject } | null;
  readonly policies: readonly Policy[];
  /** Operations only this service has. */
  readonly operations: Operations;
}

const erasedKeys = ({ type, data }: StoredEvent): readonly string[] =>
  type === 'PersonalDataErased' ? (data['keys' as never] as readonly string[]) : [];

/** A service of cases as data: operations, desk, look-up, timers, policies, top to bottom in the order things flow. */
export const caseService = <C extends Command, E extends Fact>(
  context: ServiceContext,
  parts: CaseServiceParts<C, E>,
): ServiceDefinition => {
  const { service, category, prefix, rules, commands, decider, takeOver, desk, publish, policies } = parts;
  const lookup = caseLookup(context, category);
  const operations: Partial<CaseOperations> = {
    command: caseHandler(context, { service, category, prefix, commands, decider, ...(takeOver && { takeOver }) }),
    ...deskQueries(context, { service, category, desk: desk.name, lookup }),
    ...caseStory(context, desk.name),
  };
  return {
    name: service,
    operations: { ...(operations as unknown as Operations), ...parts.operations },
    projections: [desk as unknown as Projection],
    consumers: [],
    policies,
    timers: caseTimers(context, { service, desk: desk.name, rules }),
    tasks: [lookup.task],
    publishes: { [category]: publish, [`${category}numbers`]: () => null },
    erases: erasedKeys,
  };
};
