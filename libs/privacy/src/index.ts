export * from './boxes.js';
export * from './sealing.js';
export * from './marks.js';
export * from './digest.js';
export * from './lookup.js';
export * from './text-check.js';
export * from './erasure.js';
export * from './register.js';
export * from './register-file.js';
export * from './master-key.js';
export * from './key-store-unusable.js';
export {
  rotationText,
  type AdoptingKeyStore,
  type PlainKey,
  type RotatableKeyStore,
  type Rotation,
} from './rotation.js';
export { masterKeyId, type MasterKeys } from './wrapping.js';
