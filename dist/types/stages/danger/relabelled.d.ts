import type { FindDangers } from './input.js';
/** Environments whose labels change: rules that choose environments by them choose others. */
export declare const relabelled: FindDangers<'danger/relabelled'>;
