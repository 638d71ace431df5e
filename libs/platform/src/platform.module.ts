import { Module, type DynamicModule } from '@nestjs/common';
import { SERVICE_CONTEXT, type ServiceContext } from './service.js';

/** Gives every module the context its service is made from. */
@Module({})
export class PlatformModule {
  static for(context: ServiceContext): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      providers: [{ provide: SERVICE_CONTEXT, useValue: context }],
      exports: [SERVICE_CONTEXT],
    };
  }
}
