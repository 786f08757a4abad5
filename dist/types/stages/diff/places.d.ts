import type { Origin } from '../../core/effective.js';
import { type Layer } from '../../core/layer.js';
import { type Location } from '../../core/place.js';
import type { Tokens } from '../../core/pointer.js';
/** Where a layer says something: a collection at its key (in YAML it starts a line later), a leaf at its value. */
export declare function whereIn(layer: Layer, tokens: Tokens): Location;
export declare const whereOf: (origin: Origin) => Location;
