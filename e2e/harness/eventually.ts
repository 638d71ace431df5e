/** What `look` gives once it gives something: for what the worker does by itself. `pause` ms lie between two looks. */
export const eventually = async <T>(look: () => Promise<T | null>, pause = 20): Promise<T> => {
  const until = Date.now() + 60_000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > until) throw new Error('it did not happen within 60 s');
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
