/** How often the head is looked at while somebody waits for it. */
const PACE_MS = 100;
/** How much slower it is looked at, at most, while the server is away. */
const SLOWEST = 20;

/**
 * One look at the head for all who wait for it, at most every `paceMs`, none while nobody waits. What they get was read after they asked.
 * While the server is away nobody is told anything; looking goes on.
 */
export const headWatch = (readHead: () => Promise<number>, paceMs = PACE_MS) => {
  const waiting = new Set<{ readonly tell: (head: number) => void }>();
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let slower = 1;

  const look = async (): Promise<void> => {
    busy = true;
    const asked = [...waiting];
    // While the server is away whoever waits goes on waiting.
    const head = await readHead().catch(() => undefined);
    slower = head === undefined ? Math.min(slower * 2, SLOWEST) : 1;
    for (const one of head === undefined ? [] : asked) if (waiting.delete(one)) one.tell(head!);
    timer = setTimeout(() => {
      busy = false;
      if (waiting.size > 0) void look();
    }, paceMs * slower);
  };

  return {
    /** Tells `tell` the head once. The function given back calls that off. */
    next: (tell: (head: number) => void): (() => void) => {
      const one = { tell };
      waiting.add(one);
      if (!busy) void look();
      return () => void waiting.delete(one);
    },
    stop: (): void => {
      waiting.clear();
      clearTimeout(timer);
    },
  };
};

export type HeadWatch = ReturnType<typeof headWatch>;
