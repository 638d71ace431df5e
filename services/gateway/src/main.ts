import { runProcess } from '@sunlit/platform/process';
import { GATEWAY, GatewayServiceModule } from './gateway-service.module.js';
import { servePublic } from './serve-public.js';

await runProcess({
  service: 'gateway',
  module: GatewayServiceModule,
  definition: GATEWAY,
  roles: ['api', 'worker'],
  serve: servePublic,
});
