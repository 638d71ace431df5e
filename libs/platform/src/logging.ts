import { pino, type Logger as PinoLogger } from 'pino';
import type { LoggerService } from '@nestjs/common';

export type Logger = PinoLogger;

/** JSON lines on standard error: what, where, and never what somebody wrote or who they are. */
export const loggerFor = (level: string, part: string): Logger =>
  pino({ level, base: { part }, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));

const textOf = (message: unknown): string => (typeof message === 'string' ? message : JSON.stringify(message));

/** The same log for Nest's own messages; its start-up chatter only at `debug`. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => logger.debug({ context }, textOf(message)),
  debug: (message: unknown, context?: unknown) => logger.trace({ context }, textOf(message)),
  verbose: (message: unknown, context?: unknown) => logger.trace({ context }, textOf(message)),
  warn: (message: unknown, context?: unknown) => logger.warn({ context }, textOf(message)),
  error: (message: unknown, context?: unknown) => logger.error({ context }, textOf(message)),
  fatal: (message: unknown, context?: unknown) => logger.fatal({ context }, textOf(message)),
});
