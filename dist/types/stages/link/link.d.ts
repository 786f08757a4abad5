import type { Effective, Linked } from '../../core/effective.js';
import type { Report } from '../../core/finding.js';
import type { LinkWorld } from './world.js';
export { mayHoldReferences, mayRefer, SIGNS } from './may-hold.js';
export type { LinkWorld } from './world.js';
/**
 * Resolves the references in an effective document's values, within its environment. Targets are asked for on demand
 * and resolved pointer by pointer, through as many documents as it takes; what the document does not refer to is not
 * looked at, and subtrees without references are shared. A reference that cannot be resolved is a finding at its place
 * and a hole in the value; what is wrong inside a target is its own document's finding.
 */
export declare function linkDocument(effective: Effective, world: LinkWorld, report: Report): Linked;
