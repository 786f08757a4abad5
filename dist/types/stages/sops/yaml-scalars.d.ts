import type { Clear } from '../../core/sops/document.js';
/**
 * What an unquoted YAML scalar means to SOPS, which reads with go-yaml 3: a mix of YAML 1.1 and 1.2. `null` for null;
 * `undefined` for what SOPS cannot hold (integers of 64 bits without room for a sign, times that are none).
 * `yes` and `1:30` are texts, `0777` and `0o777` octal, `1_000` an integer, `2001-01-01` a time.
 * Source: go-yaml v3.0.4, `resolve.go`.
 */
export declare function plainYaml(text: string): Clear | null | undefined;
/** Whether a text needs quotes to stay a text, in go-yaml or in readers of YAML 1.1. */
export declare function isAmbiguous(text: string): boolean;
