/** How much of a fault is tried, and how it can be had again. */
export interface Conditions {
  /** Each kind once, in minutes: keeps the harness working. */
  readonly small: boolean;
  /** How many seeds where chance decides. */
  readonly seeds: number;
  /** The first of them. */
  readonly seed: number;
  /** Shows how far it is. */
  readonly say: (text: string) => void;
}

/** One fault: by its name alone it is run again. It throws `Violated` where a promise is broken, and gives in short what was tried. */
export interface Fault {
  readonly title: string;
  readonly run: (conditions: Conditions) => Promise<string>;
}

/** What was found broken; `again` is what else to give the command so that it happens again. */
export class Violated extends Error {
  constructor(
    readonly what: readonly string[],
    readonly again = '',
  ) {
    super(what.slice(0, 20).join('\n'));
    this.name = 'Violated';
  }
}

/** Throws `Violated` with the text unless it holds. */
export const holds = (condition: boolean, text: string): void => {
  if (!condition) throw new Violated([text]);
};

/** Throws `Violated` with all of them, unless there are none. */
export const none = (wrong: readonly string[], of = ''): void => {
  if (wrong.length > 0) throw new Violated(wrong.map((one) => (of ? `${of}: ${one}` : one)));
};
