import type { Rules } from '@sunlit/casework';
import type { KnowledgeOperations } from '@sunlit/contracts';
import type { Operations, Projection } from '@sunlit/kernel';
import type { ServiceContext } from '@sunlit/platform';
import { answersGivenElsewhere } from './answers-given-elsewhere.projection.js';
import { answersGiven } from './answers-given.projection.js';
import { knowledgeOperations } from './knowledge.operations.js';
import { knowledgeBase } from './knowledge.projection.js';
import { knowledgeQueries } from './knowledge.queries.js';
import { missingAnswers } from './missing-answers.projection.js';

/** The knowledge base as part of a service: its operations, what it folds, and what it says to others, which is nothing. */
export const knowledgeBaseOf = (context: ServiceContext, service: string, rules: Rules) => {
  const { command, adds } = knowledgeOperations(context, service, rules);
  const operations: KnowledgeOperations = {
    knowledgeCommand: command,
    answerInForce: adds,
    ...knowledgeQueries(context, service),
  };
  return {
    operations: operations as unknown as Operations,
    projections: [knowledgeBase, missingAnswers, answersGiven(rules)] as unknown as readonly Projection[],
    consumers: [answersGivenElsewhere(rules)] as unknown as readonly Projection[],
    publishes: { knowledge: () => null, missinganswer: () => null },
    /** Completes a case's command that names an answer. */
    adds,
  };
};
