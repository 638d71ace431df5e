export * from './gateway.js';
export * from './gateway-service.module.js';
