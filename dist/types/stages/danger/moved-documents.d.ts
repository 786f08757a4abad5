import type { DangerInput, MovedDocument } from './input.js';
/**
 * Documents that are gone while another that came has their name and file, or says at least half of what they said:
 * they were renamed, are of another kind, or their environment is called otherwise. Each as a change of what it said,
 * so that a new name hides no danger.
 */
export declare function movedDocuments({ changes, base, head }: Pick<DangerInput, 'changes' | 'base' | 'head'>): readonly MovedDocument[];
