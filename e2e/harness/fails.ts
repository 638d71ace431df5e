import { sunlit } from './program.js';

/** That the command is not done, says so in words for people, and shows no inside of the program. */
export const fails = async (message: RegExp, ...args: string[]): Promise<void> => {
  const { code, err } = await sunlit(...args);
  expect(err).toMatch(message);
  expect(err).not.toMatch(/^\s+at .*\(/m);
  expect(code).not.toBe(0);
};
