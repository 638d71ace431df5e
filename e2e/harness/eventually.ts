/** In ms; ends before a scenario's own limit does (jest.config.js, jest.distributed.config.js), so that who waited is what is told. */
const LIMIT = process.env['SUNLIT_TEST_COMPOSITION'] === 'distributed' ? 150_000 : 50_000;

/**
 * What `look` gives once it gives something: for what the worker does by itself. `pause` ms lie between two looks.
 * The error of a wait in vain leads to who waited.
 */
export const eventually = async <T>(look: () => Promise<T | null>, pause = 20): Promise<T> => {
  const inVain = new Error(`it did not happen within ${LIMIT / 1000} s`);
  const until = Date.now() + LIMIT;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw inVain;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
