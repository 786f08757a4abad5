import type { FindDangers } from './input.js';
/** Schemas that ask less of documents than they did, or hide less. */
export declare const schemaWeakened: FindDangers<'danger/schema-weakened'>;
