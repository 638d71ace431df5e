export * from './service.js';
export * from './office/index.js';
