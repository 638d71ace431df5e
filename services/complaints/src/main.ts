import { runProcess } from '@sunlit/platform/process';
import { COMPLAINTS, ComplaintsModule } from './complaints.module.js';

await runProcess({ service: 'complaints', module: ComplaintsModule, definition: COMPLAINTS });
