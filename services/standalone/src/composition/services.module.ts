import { Module } from '@nestjs/common';
import { COMPLAINTS, ComplaintsModule } from '@sunlit/complaints';
import { CONSULTATIONS, ConsultationsModule } from '@sunlit/consultations';
import { GATEWAY, GatewayServiceModule } from '@sunlit/gateway/service';
import { SERVICES, type ServiceDefinition } from '@sunlit/platform';
import { STATISTICS, StatisticsModule } from '@sunlit/statistics';

/** Every service there is, in the order in which a matter meets them. */
@Module({
  imports: [ConsultationsModule, ComplaintsModule, StatisticsModule, GatewayServiceModule],
  providers: [
    {
      provide: SERVICES,
      useFactory: (...definitions: ServiceDefinition[]) => definitions,
      inject: [CONSULTATIONS, COMPLAINTS, STATISTICS, GATEWAY],
    },
  ],
  exports: [SERVICES],
})
export class ServicesModule {}
