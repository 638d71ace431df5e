import { Module } from '@nestjs/common';
import { SERVICE_CONTEXT } from '@sunlit/platform';
import { complaints } from './complaints.js';

/** Token of the complaints service's definition. */
export const COMPLAINTS = Symbol('Complaints');

@Module({
  providers: [{ provide: COMPLAINTS, useFactory: complaints, inject: [SERVICE_CONTEXT] }],
  exports: [COMPLAINTS],
})
export class ComplaintsModule {}
