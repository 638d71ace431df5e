import type { CaseOperations, CommandTable } from '@sunlit/contracts';
import type { Command, Decider, Fact, JsonObject, Operations, Policy, Projection, StoredEvent } from '@sunlit/kernel';
import { holidayOperations, type CaseService, type ServiceContext, type ServiceDefinition } from '@sunlit/platform';
import { answerOf, caseKnown, othersNamed } from './case.answers.js';
import { caseHandler, type CaseHandlerOptions } from './case.handler.js';
import { identityOf } from '../person/case.identity.js';
import { caseLookup } from './case.lookup.js';
import type { CaseState } from '../case/case.state.js';
import { caseStory } from './case.story.js';
import { caseTimers } from './case.timers.js';
import { namedObjects } from '../desk/desk.clusters.js';
import type { DeskDocument } from '../desk/desk.document.js';
import { deskQueries } from '../desk/desk.queries.js';
import { passReplyOn } from '../beside/joining.policies.js';
import { personOperations } from '../person/person.operations.js';
import { sharingPolicy, tellOfPerson } from '../person/sharing.policy.js';
import { erasureTimer, erasuresToCome } from '../person/restricted.projection.js';
import type { Rules } from '../case/rules.js';

export interface CaseServiceParts<C extends Command, E extends Fact> {
  readonly service: CaseService;
  readonly category: string;
  readonly prefix: string;
  readonly rules: Rules;
  readonly commands: CommandTable;
  readonly decider: Decider<C, E, CaseState>;
  readonly takeOver?: CaseHandlerOptions<C, E>['takeOver'];
  readonly adds?: CaseHandlerOptions<C, E>['adds'];
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
  const { service, category, prefix, rules, commands, decider, takeOver, adds, desk, publish, policies } = parts;
  const lookup = caseLookup(context, category);
  const command = caseHandler(context, {
    ...{ service, category, prefix, commands, decider },
    ...(takeOver && { takeOver }),
    adds: async (data, type) => ({ ...(await adds?.(data, type)), ...(await othersNamed(context.rpc, type, data)) }),
  });
  const story = caseStory(context, desk.name);
  const person = personOperations(context, { category, desk: desk.name, lookup, command });
  const operations: Partial<CaseOperations> = {
    command: async (given) => {
      // The worker knows of a table this process may not have met yet.
      if (given.type === 'ResetDeadline') await context.holidayTables?.refresh();
      return command(given);
    },
    openIdentity: identityOf(context, command),
    ...deskQueries(context, { service, category, desk: desk.name, lookup }),
    ...story,
    namedObjects: namedObjects(context, desk.name),
  };
  const between = {
    passReplyOn: passReplyOn(context),
    answerOf: answerOf(context),
    caseKnown: caseKnown(context),
    tellOfPerson: tellOfPerson(context, decider) as unknown as Operations[string],
  };
  return {
    name: service,
    operations: {
      ...(operations as unknown as Operations),
      ...(person as unknown as Operations),
      ...between,
      ...holidayOperations(context.holidayTables),
      ...parts.operations,
    },
    projections: [
      desk as unknown as Projection,
      erasuresToCome(category, Object.keys(desk.apply)) as unknown as Projection,
    ],
    consumers: [],
    policies: [...policies, sharingPolicy(category, Object.keys(desk.apply))],
    timers: [
      ...caseTimers(context, { service, desk: desk.name, rules }),
      erasureTimer(context, { service, category, rules }),
    ],
    tasks: [lookup.task],
    publishes: { [category]: publish, [`${category}numbers`]: () => null },
    erases: erasedKeys,
  };
};
