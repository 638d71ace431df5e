import { join } from 'node:path';
import { goldenFiles } from '@sunlit/casework/testing';
import { applyEvent } from '@sunlit/kernel';
import { knowledgeEvents, missingAnswerEvents } from './knowledge.events.js';
import { knowledgeBase } from './knowledge.projection.js';
import { missingAnswers } from './missing-answers.projection.js';

goldenFiles('the knowledge base', {
  folder: join(import.meta.dirname, 'golden'),
  schemas: { ...knowledgeEvents, ...missingAnswerEvents },
  upcasts: {},
  read: (event) => {
    const by = Object.hasOwn(knowledgeEvents, event.type) ? knowledgeBase : missingAnswers;
    expect(() => applyEvent(by as never, null, event)).not.toThrow();
  },
});
