import { keptAttributes, level, ratedBy } from '@sunlit/contracts';
import { z } from 'zod';

/** The facts of both services on what a matter names of itself, and on ratings nobody was called for. */
export const namingEvents = {
  /** In place of those given before. */
  AttributesGiven: z.strictObject(keptAttributes),
  RatingReceived: z.strictObject({ by: ratedBy, level, round: z.int().min(1) }),
} as const;
