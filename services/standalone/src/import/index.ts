export * from './import.types.js';
export * from './import-file.js';
export * from './load-mapping.js';
export * from './mapping.error.js';
export * from './categories.js';
export type { Mapping, CategoriesMapping } from './mapping.schema.js';
export * from './check-file.js';
export * from './suggest-mapping.js';
export { refusedName } from './write-refused.js';
