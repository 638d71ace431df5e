import { runProcess } from '@sunlit/platform/process';
import { CONSULTATIONS, ConsultationsModule } from './consultations.module.js';

await runProcess({ service: 'consultations', module: ConsultationsModule, definition: CONSULTATIONS });
