import type { FindDangers } from './input.js';
/** Amounts of memory, cores, GPUs and replicas that change by more than a share of what they were. */
export declare const resources: FindDangers<'danger/resources'>;
