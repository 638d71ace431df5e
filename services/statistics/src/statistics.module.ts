import { Module } from '@nestjs/common';
import { SERVICE_CONTEXT } from '@sunlit/platform';
import { statistics } from './statistics.js';

/** Injection token of the statistics service's definition. */
export const STATISTICS = Symbol('Statistics');

/** Provides the service as data; what it is given comes from the platform. */
@Module({
  providers: [{ provide: STATISTICS, useFactory: statistics, inject: [SERVICE_CONTEXT] }],
  exports: [STATISTICS],
})
export class StatisticsModule {}
