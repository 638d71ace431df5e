import { Module } from '@nestjs/common';
import { COMPLAINTS, ComplaintsModule } from '@sunlit/complaints';
import { CONSULTATIONS, ConsultationsModule } from '@sunlit/consultations';
import { gateway } from '@sunlit/gateway/service';
import { SERVICE_CONTEXT, SERVICES, type ServiceDefinition } from '@sunlit/platform';
import { STATISTICS, StatisticsModule } from '@sunlit/statistics';

const GATEWAY = Symbol('Gateway');

/** Every service there is, in the order in which a matter meets them. */
@Module({
  imports: [ConsultationsModule, ComplaintsModule, StatisticsModule],
  providers: [
    { provide: GATEWAY, useFactory: gateway, inject: [SERVICE_CONTEXT] },
    {
      provide: SERVICES,
      useFactory: (...definitions: ServiceDefinition[]) => definitions,
      inject: [CONSULTATIONS, COMPLAINTS, STATISTICS, GATEWAY],
    },
  ],
  exports: [SERVICES],
})
export class ServicesModule {}
