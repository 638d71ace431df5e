import type { DemoAction } from './demo.types.js';

const OPERATOR = { account: 'operator-3', role: 'operator' };
const HOUR = 3_600_000;

/** Calls that open no matter, of the last days; one of them turns out to be recorded by mistake. `startOf`: an instant so many working days ago. */
export const invalidContacts = (startOf: (ago: number) => number): DemoAction[] => {
  const contact = (at: number, matter: string, type: string, data: DemoAction['data']): DemoAction => ({
    ...{ at, matter, type, data, by: OPERATOR, service: 'consultations', operation: 'contact' },
  });
  const recorded = ['silent', 'silent', 'test', 'harassing'].map((why, index) =>
    contact(startOf(index + 1), `invalid ${index}`, 'RecordInvalidContact', {
      source: '2959600',
      medium: 'phone',
      why,
    }),
  );
  const { at, matter } = recorded.at(-1)!;
  return [...recorded, contact(at + HOUR, matter, 'VoidInvalidContact', { reason: '来电人确有诉求，误记为无效。' })];
};
