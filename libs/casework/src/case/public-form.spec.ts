import { NewerThanProgram } from '@sunlit/kernel';
import { z } from 'zod';
import { casePublicForm } from './public-form.js';

const form = casePublicForm<'Opened' | 'Kept' | 'CallerCorrected'>({
  Opened: z.strictObject({ unit: z.string(), due: z.strictObject({ on: z.string() }).optional() }),
  Kept: null,
});

describe('the public form of a case', () => {
  it('is what the public schema names, at every depth', () => {
    const data = { unit: 'roads', note: 'x', due: { on: '2021-04-12', steps: [] } };
    expect(form({ type: 'Opened', data })).toEqual({
      type: 'Opened',
      data: { unit: 'roads', due: { on: '2021-04-12' } },
    });
  });

  it('is none for a type that stays private, and of a corrected person whether they can be called back', () => {
    expect(form({ type: 'Kept', data: {} })).toBeNull();
    expect(form({ type: 'CallerCorrected', data: { reason: 'x' } })).toBeNull();
    expect(form({ type: 'CallerCorrected', data: { contactable: true, reason: 'x' } })).toEqual({
      type: 'DetailsCorrected',
      data: { changes: { contactable: true } },
    });
  });

  it('cannot be told of a type that is newer than the program', () => {
    for (const type of ['Promoted', 'toString'])
      expect(() => form({ type, data: {} })).toThrow(new NewerThanProgram(type));
  });

  it('names every type there is, or does not compile', () => {
    // @ts-expect-error -- `Kept` has no row.
    casePublicForm<'Opened' | 'Kept'>({ Opened: z.strictObject({}) });
  });
});
