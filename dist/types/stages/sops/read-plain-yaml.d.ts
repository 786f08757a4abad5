import type { SopsDocument } from '../../core/sops/document.js';
/**
 * Reads the YAML that SOPS itself writes, and what is as plain: one document, collections by indentation, a value a
 * line, literal blocks. Three times as fast as `readYaml` and says the same (a test compares them); `undefined` for any
 * text with something else in it, which is for `readYaml` then.
 */
export declare function readPlainYaml(text: string): readonly SopsDocument[] | undefined;
