/** Resolves at the first signal to end the process; a second one ends it at once. */
export const untilSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    for (const name of names) {
      process.once(name, () => {
        resolve();
        for (const other of names) process.once(other, () => process.exit(130));
      });
    }
  });
