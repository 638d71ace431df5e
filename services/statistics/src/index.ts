export * from './statistics.js';
export * from './statistics.module.js';
export { figuresProjection } from './figures.projection.js';
export { FIGURES } from './populations/collections.js';
export { figures } from './figures/figures.js';
export { wilson } from './figures/interval.js';
export { itemRows } from './item/item.fold.js';
export type { Item } from './item/item.js';
export { due as dueRounds } from './populations/populations.js';
