import { dayIn, lastOf, type Found, type Read } from './recount.js';

/** Every time somebody came, whatever became of it. */
export const contactsOf = ({ events, told, came }: Read): Found => {
  const [first] = events;
  if (lastOf(events, 'CaseVoided', 'InvalidContactVoided')) return [];
  const again = events
    .filter(({ type }) => type === 'ContactAdded')
    .map(({ id, time, data }) => ({
      id,
      day: dayIn(time),
      counted: true,
      told: { ...told, ...data, result: 'adding' } as never,
    }));
  if (lastOf(events, 'CaseHandedOver', 'HandoverRefused')?.type === 'CaseHandedOver') return again;
  const result = first!.type === 'InvalidContact' ? 'invalid' : 'opening';
  return [{ id: first!.id, day: came, counted: true, told: { ...told, result } }, ...again];
};
