/** A free port of 127.0.0.1, below those systems give out by themselves. */
export const freePort: () => Promise<number>;
