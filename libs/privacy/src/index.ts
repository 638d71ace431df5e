export * from './boxes.js';
export * from './sealing.js';
export * from './marks.js';
export * from './digest.js';
export * from './lookup.js';
export * from './text-check.js';
export * from './erasure.js';
export * from './master-key.js';
