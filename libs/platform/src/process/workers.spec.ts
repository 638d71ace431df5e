import { Refused, Unavailable, type JsonObject, type Rpc } from '@sunlit/kernel';
import { workersOf } from './workers.js';

/** Two services; calls are noted, and what each answers can be changed. */
const twoServices = () => {
  const called: string[] = [];
  const asked: Parameters<Rpc['call']>[3][] = [];
  const away = new Set<string>();
  const positions: Record<string, Record<string, number>> = {
    letters: { 'letters.v1': 3 },
    figures: { 'figures.v1': 9 },
  };
  const rpc: Rpc = {
    call: async (service, operation, payload, options) => {
      called.push(`${service} ${operation}`);
      asked.push(options);
      const name = service.split('.')[0]!;
      if (away.has(name)) throw new Unavailable('away');
      if (operation === 'positions') return { positions: positions[name]! };
      if (operation === 'checkpoints') return { checkpoints: positions[name]!, lags: { [`${name}.v1`]: 1 } };
      if (operation === 'setAside') return { items: [{ projection: `${name}.v1` }] };
      if (operation === 'caughtUp' && name === 'letters' && positions['figures']!['figures.v1']! < 11)
        positions['figures']!['figures.v1']!++;
      return payload;
    },
  };
  return {
    called,
    asked,
    away,
    operations: workersOf(rpc, ['letters', 'figures']) as Record<string, (of: object) => Promise<JsonObject>>,
  };
};

describe('the workers of all services as one', () => {
  it('say together how far they are and what is set aside', async () => {
    const { operations } = twoServices();
    expect(await operations['checkpoints']!({})).toEqual({
      checkpoints: { 'letters.v1': 3, 'figures.v1': 9 },
      lags: { 'letters.v1': 1, 'figures.v1': 1 },
    });
    expect(await operations['setAside']!({})).toEqual({
      items: [{ projection: 'letters.v1' }, { projection: 'figures.v1' }],
    });
  });

  it('go on telling positions while one is away', async () => {
    const { operations, away, asked } = twoServices();
    away.add('letters');
    expect(await operations['positions']!({})).toEqual({ positions: { 'figures.v1': 9 } });
    // One that hangs is not waited for as long as any other call would be.
    expect(asked).toEqual([{ deadline: 1_000 }, { deadline: 1_000 }]);
  });

  it('send a rebuild to the worker whose projection it is, and name them all where it is nobody’s', async () => {
    const { operations, called } = twoServices();
    expect(await operations['rebuild']!({ projection: 'figures.v1' })).toEqual({ projection: 'figures.v1' });
    expect(called.at(-1)).toBe('figures.worker rebuild');
    const refused = operations['retry']!({ projection: 'none.v1', stream: 's' });
    await expect(refused).rejects.toMatchObject(
      new Refused('InvalidInput', { field: 'projection', problem: 'is none of letters.v1, figures.v1' }),
    );
  });

  it('are caught up when nothing moved in a whole round: what one does another may have to take', async () => {
    const { operations, called } = twoServices();
    await operations['caughtUp']!({});
    expect(called.filter((one) => one === 'letters.worker caughtUp')).toHaveLength(3);
  });
});
