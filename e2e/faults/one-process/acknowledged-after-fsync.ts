const CASE = /(?:complaint|consultation)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

const casesIn = (line: string): ReadonlySet<string> => new Set(line.match(CASE));

/** What the trace of a process says of its acknowledgements. */
export interface Order {
  /** Cases whose registration was acknowledged over a socket. */
  readonly acknowledged: number;
  /** Those of them that no fsync after their writing covered by then. */
  readonly early: readonly string[];
}

/**
 * Reads the trace of one thread (`strace -y -e trace=pwrite64,fsync,fdatasync,write,writev,sendmsg,sendto`): every first mention of a case that
 * goes to a socket must come after an fsync of the write-ahead log that came after the case was written to it.
 */
export const orderIn = (trace: string): Order => {
  const written = new Set<string>();
  const durable = new Set<string>();
  const told = new Set<string>();
  const early: string[] = [];
  const onWrite = (line: string): void => casesIn(line).forEach((one) => written.add(one));
  const onSync = (): void => {
    written.forEach((one) => durable.add(one));
    written.clear();
  };
  const onAnswer = (line: string): void => {
    for (const one of casesIn(line)) {
      if (told.has(one)) continue;
      told.add(one);
      if (!durable.has(one)) early.push(one);
    }
  };
  for (const line of trace.split('\n')) {
    if (/^pwrite64\(\d+<[^>]*events\.sqlite-wal>/.test(line)) onWrite(line);
    else if (/^(fsync|fdatasync)\(\d+<[^>]*events\.sqlite-wal>\) += 0/.test(line)) onSync();
    else if (/^(write|writev|sendmsg|sendto)\(\d+<(socket|TCP)/.test(line) && line.includes('HTTP/1.1 200'))
      onAnswer(line);
  }
  return { acknowledged: told.size, early };
};
