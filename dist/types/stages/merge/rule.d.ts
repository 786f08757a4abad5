import type { MergeRule } from '../../core/strategy.js';
import { type Value } from '../../core/value.js';
import type { Complaints } from './complaints.js';
import type { Spot } from './spot.js';
/**
 * How the value that a layer has at a spot is merged: as its YAML tag says, else as the schema says. A tag that cannot
 * apply is a finding and counts as absent.
 */
export declare function ruleFor(high: Value, spot: Spot, complaints: Complaints | undefined): MergeRule | undefined;
