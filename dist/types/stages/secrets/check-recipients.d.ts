import { type Report } from '../../core/finding.js';
import type { CreationRule } from '../../core/sops/creation-rules.js';
import { type SealedFile } from '../../core/sops/sealed-file.js';
/**
 * Compares who can open a file with who should, and says who is in it twice. Keys of all types that SOPS has, each by
 * its type and name.
 */
export declare function checkRecipients(file: SealedFile, rule: CreationRule | undefined, report: Report): void;
