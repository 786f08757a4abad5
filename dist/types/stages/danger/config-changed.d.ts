import type { FindDangers } from './input.js';
/** Changes of what judges changes: it counts from the next change on, when nobody looks at it any more. */
export declare const configChanged: FindDangers<'danger/config-changed'>;
