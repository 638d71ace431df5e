/** Runs pieces of work one after another, in the order they came; a failed one does not keep the next from running. */
export const exclusively = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
};
