export * from './public-event.js';
