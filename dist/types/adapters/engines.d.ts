import type { Engines } from '../core/ports.js';
/** The libraries that only some runs need. */
export declare const engines: Engines;
