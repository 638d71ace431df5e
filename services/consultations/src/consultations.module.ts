import { Module } from '@nestjs/common';
import { SERVICE_CONTEXT } from '@sunlit/platform';
import { consultations } from './consultations.js';

/** Token of the consultations service's definition. */
export const CONSULTATIONS = Symbol('Consultations');

@Module({
  providers: [{ provide: CONSULTATIONS, useFactory: consultations, inject: [SERVICE_CONTEXT] }],
  exports: [CONSULTATIONS],
})
export class ConsultationsModule {}
