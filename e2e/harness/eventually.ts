/** What `look` gives once it gives something: for what the worker does by itself. */
export const eventually = async <T>(look: () => Promise<T | null>): Promise<T> => {
  const until = Date.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error('it did not happen within 30 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
