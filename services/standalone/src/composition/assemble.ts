import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Clock, Rpc } from '@sunlit/kernel';
import {
  declareCollections,
  holidayTables,
  nestLogger,
  PlatformModule,
  publish,
  serviceContext,
  SERVICES,
  type Logger,
  type Office,
  type ServiceContext,
  type ServiceDefinition,
  type Stores,
} from '@sunlit/platform';
import { wakeUps } from './progress.js';
import { ServicesModule } from './services.module.js';

/** The services of this process, made and wired; nothing runs yet. */
export interface Assembly {
  readonly context: ServiceContext;
  readonly definitions: readonly ServiceDefinition[];
}

@Module({})
class AssemblyModule {
  static for(context: ServiceContext): DynamicModule {
    return { module: AssemblyModule, imports: [PlatformModule.for(context), ServicesModule] };
  }
}

export interface AssemblyOptions {
  readonly stores: Stores;
  readonly office: Office;
  readonly clock: Clock;
  readonly rpc: Rpc;
  readonly logger: Logger;
  /** Names this data folder's progress among others of the machine. */
  readonly data: string;
}

/** Makes every service from the stores and the office; the same in each thread and each command. */
export const assemble = async ({ stores, office, clock, rpc, logger, data }: AssemblyOptions): Promise<Assembly> => {
  const wake = wakeUps(data);
  const tables = await holidayTables(stores.store, clock);
  const calendars = { calendar: tables.calendar, holidayTables: tables };
  const { context, mappings } = serviceContext({ stores, office, ...calendars, clock, rpc, wake });
  const app = await NestFactory.createApplicationContext(AssemblyModule.for(context), {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const definitions = app.get<readonly ServiceDefinition[]>(SERVICES, { strict: false });
  publish(mappings, definitions);
  await declareCollections(stores.readStore, definitions);
  return { context, definitions };
};
