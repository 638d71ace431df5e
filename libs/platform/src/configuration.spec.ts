import { configurationFrom } from './configuration.js';

describe('the configuration', () => {
  it('keeps everything under the data folder where nothing is said', () => {
    const { data, eventStore, port } = configurationFrom({}, '/office');
    expect(data).toBe('/office/data');
    expect(eventStore).toEqual({ scheme: 'sqlite', rest: '/office/data/events.sqlite' });
    expect(port).toBe(4000);
  });

  it('believes no proxy that is not named', () => {
    const trusted = (value?: string) => configurationFrom({ SUNLIT_TRUST_PROXY: value }, '/').trustProxy;
    expect([trusted(), trusted('10.0.0.0/8, fd00::1,uniquelocal')]).toEqual([
      [],
      ['10.0.0.0/8', 'fd00::1', 'uniquelocal'],
    ]);
  });

  it.each([
    [{ SUNLIT_PORT: '70000' }, 'SUNLIT_PORT is "70000"'],
    [{ SUNLIT_PORT: 'http' }, 'SUNLIT_PORT is "http"'],
    [{ SUNLIT_TRUST_PROXY: '10.0.0.0/8, anybody' }, 'SUNLIT_TRUST_PROXY has "anybody"'],
    [{ SUNLIT_LOG: 'loud' }, 'SUNLIT_LOG is "loud": it must be one of'],
    [{ SUNLIT_EVENT_STORE: 'postgres://x' }, 'SUNLIT_EVENT_STORE begins with "postgres": it must begin with sqlite:'],
  ])('names the setting that is wrong: %p', (env, message) => {
    expect(() => configurationFrom(env, '/')).toThrow(message);
  });
});
