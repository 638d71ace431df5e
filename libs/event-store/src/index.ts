export * from './checked-append.js';
