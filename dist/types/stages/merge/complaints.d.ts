import type { Environment } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
import { type Layer } from '../../core/layer.js';
import { type Place } from '../../core/place.js';
import { type Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
import { type Spot } from './spot.js';
export interface ComplaintsAbout {
    readonly layer: Layer;
    readonly environment: Pick<Environment, 'name' | 'protected'>;
    readonly report: Report;
    /** Where the value at a pointer, as it was before this layer, is set. Costs a replay: asked only for findings. */
    readonly placeBelow: (tokens: Tokens) => Place | undefined;
}
/** Words the findings about one layer, each with its exact places. */
export declare class Complaints {
    #private;
    constructor(about: ComplaintsAbout);
    removesNothing(spot: Spot): void;
    removesNoElement(element: Value, key: string, spot: Spot): void;
    kindChange(low: Value, high: Value, spot: Spot): void;
    secretExposed(high: Value, spot: Spot): void;
    tagMisplaced(tag: string, high: Value, spot: Spot): void;
    /** `element` lacks the key, holds something there that cannot be compared, or is no mapping. */
    keyMissing(element: Value, key: string, spot: Spot): void;
    keyDuplicate(element: Value, key: string, spot: Spot, first: number): void;
    /** Run variables whose pointers lead into a list: said where `cairn.yaml` maps them, since the pointer is wrong. */
    intoList(spot: Spot): void;
}
