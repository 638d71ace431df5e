import { cpus, loadavg, release, totalmem } from 'node:os';

const load = (): string =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ');

/** What the figures were taken on, and when; `machine.load()` is the load average of 1, 5 and 15 minutes now. */
export const machine = Object.assign(
  (): readonly string[] => [
    `${new Date().toISOString()}  Node ${process.versions.node}  ${process.platform} ${release()} ${process.arch}`,
    `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(1)} GiB, load average ${load()}`,
  ],
  { load },
);
