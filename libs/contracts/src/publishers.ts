/** Every service there is. */
export const SERVICE_NAMES: readonly string[] = ['consultations', 'complaints', 'statistics', 'gateway'];

/**
 * The services that say something publicly. The place in this list numbers a service's partitions in every consumer's checkpoints for good: new
 * ones are added at the end, none is moved or taken out.
 */
export const PUBLISHERS: readonly string[] = ['consultations', 'complaints'];
