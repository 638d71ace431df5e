import { runProcess } from '@sunlit/platform/process';
import { STATISTICS, StatisticsModule } from './statistics.module.js';

await runProcess({ service: 'statistics', module: StatisticsModule, definition: STATISTICS });
