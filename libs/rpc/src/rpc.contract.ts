import { Refused, Unavailable, type JsonObject, type Operations, type Rpc } from '@sunlit/kernel';

/** What an adapter brings: a caller's `Rpc` and the side that answers it. */
export interface RpcFixture {
  readonly rpc: Rpc;
  register(service: string, operations: Operations): void;
  close(): Promise<void>;
}

/** What every `Rpc` promises; run by each adapter. */
export const rpcContract = (name: string, open: () => Promise<RpcFixture>): void => {
  describe(`${name} as an rpc`, () => {
    let fixture: RpcFixture;
    let release: () => void = () => undefined;
    let begun: Promise<void>;
    beforeEach(async () => {
      let begin: () => void;
      begun = new Promise((resolve) => (begin = resolve));
      fixture = await open();
      fixture.register('echo', {
        same: async (payload: JsonObject) => payload,
        refuse: async () => Promise.reject(new Refused('NotYourCase', { unit: 'roads' })),
        away: async () => Promise.reject(new Unavailable('The store is away.')),
        broken: async () => Promise.reject(new TypeError('secret of the inside')),
        never: () => {
          begin();
          return new Promise<JsonObject>((resolve) => (release = () => resolve({ late: true })));
        },
      });
    });
    afterEach(async () => {
      release();
      await fixture.close();
    });

    it('gives the answer of the operation, texts and numbers unharmed', async () => {
      const payload = { text: '客运 🚌 "\\', number: 2 ** 53 - 1, list: [null, true, { a: [] }], empty: '' };
      expect(await fixture.rpc.call('echo', 'same', payload)).toEqual(payload);
    });

    it('keeps many calls apart', async () => {
      const calls = Array.from({ length: 200 }, (_, n) => fixture.rpc.call('echo', 'same', { n }));
      expect((await Promise.all(calls)).map(({ n }) => n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
    });

    it('carries a megabyte of text', async () => {
      const payload = { text: '公交线路🚌调整 #12#'.repeat(60_000) };
      expect(await fixture.rpc.call('echo', 'same', payload)).toEqual(payload);
    });

    it('holds no call up behind another', async () => {
      const slow = fixture.rpc.call('echo', 'never', {});
      await begun;
      expect(await fixture.rpc.call('echo', 'same', { n: 1 })).toEqual({ n: 1 });
      release();
      expect(await slow).toEqual({ late: true });
    });

    it('carries a refusal with its code and details', async () => {
      const error = await fixture.rpc.call('echo', 'refuse', {}).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Refused);
      expect(error).toMatchObject({ code: 'NotYourCase', details: { unit: 'roads' } });
    });

    it('carries unavailability', async () => {
      await expect(fixture.rpc.call('echo', 'away', {})).rejects.toThrow(Unavailable);
      await expect(fixture.rpc.call('echo', 'away', {})).rejects.toThrow('The store is away.');
    });

    it('tells nothing of an unexpected error', async () => {
      await expect(fixture.rpc.call('echo', 'broken', {})).rejects.toThrow(/^internal$/);
      await expect(fixture.rpc.call('echo', 'missing', {})).rejects.toThrow();
    });

    it('has no operations but those registered', async () => {
      for (const inherited of ['toString', 'constructor', '__proto__']) {
        await expect(fixture.rpc.call('echo', inherited, {})).rejects.toThrow();
      }
    });

    it('is unavailable for a service that is not there', async () => {
      await expect(fixture.rpc.call('nobody', 'same', {})).rejects.toThrow(Unavailable);
    });

    it('is unavailable once the deadline has passed, and goes on answering', async () => {
      await expect(fixture.rpc.call('echo', 'never', {}, { deadline: 20 })).rejects.toThrow(Unavailable);
      const next = fixture.rpc.call('echo', 'same', { still: 'here' });
      release();
      expect(await next).toEqual({ still: 'here' });
    });

    it('says of what is late that it may be tried again only where that is so, whose deadline ever is over first', async () => {
      const late = async (payload: JsonObject): Promise<string> => {
        const error = await fixture.rpc
          .call('echo', 'never', payload, { deadline: 20 })
          .catch((thrown: Error) => thrown);
        release();
        return (error as Error).message;
      };
      expect(await late({ commandId: 'a' })).toMatch(/did not answer within \d+ ms: try again\.$/);
      expect(await late({})).toMatch(/did not answer within \d+ ms: .*whether it was done.* before trying again\.$/);
    });
  });
};
