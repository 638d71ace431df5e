import { Module } from '@nestjs/common';
import { SERVICE_CONTEXT } from '@sunlit/platform';
import { gateway } from './gateway.js';

/** Token of the gateway's definition as a service: the accounts. */
export const GATEWAY = Symbol('Gateway');

@Module({
  providers: [{ provide: GATEWAY, useFactory: gateway, inject: [SERVICE_CONTEXT] }],
  exports: [GATEWAY],
})
export class GatewayServiceModule {}
