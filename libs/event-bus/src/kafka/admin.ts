import type { Admin, Kafka } from 'kafkajs';
import { asOurs, within } from './errors.js';

const PATIENCE_MS = 15_000;

/** A connection for what is asked now and then: opened at the first question, anew after a failed one. */
export const administration = (kafka: Kafka) => {
  let current: Promise<Admin> | null = null;

  const open = async (): Promise<Admin> => {
    const admin = kafka.admin();
    await admin.connect();
    return admin;
  };

  const forget = (): void => {
    const old = current;
    current = null;
    old?.then((admin) => admin.disconnect()).catch(() => undefined);
  };

  return {
    /** The answer; `Unavailable` within seconds where there is none. `what` reads on from "cannot be reached". */
    ask: async <T>(what: string, question: (admin: Admin) => Promise<T>): Promise<T> => {
      current ??= open();
      try {
        return await within(PATIENCE_MS, what, current.then(question));
      } catch (error) {
        forget();
        throw asOurs(what, error);
      }
    },
    close: forget,
  };
};

export type Administration = ReturnType<typeof administration>;
