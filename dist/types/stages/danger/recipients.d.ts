import type { FindDangers } from './input.js';
/** Keys that open a file and did not before, unless the base lets them; of a new file those that it does not know. */
export declare const recipientAdded: FindDangers<'danger/recipient-added'>;
/** Keys that open a file no more: where the base says that they may, or where they go on opening what comes. */
export declare const recipientRemoved: FindDangers<'danger/recipient-removed'>;
