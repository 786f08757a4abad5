import type { Secret } from '../../core/opaque.js';
import type { Clear } from '../../core/sops/document.js';
import type { SopsCipher } from '../../core/sops/ports.js';
import type { SopsFormat } from './read.js';
/** Whether a value is a float for which JSON has no form: nobody could write out the file that holds it. */
export declare function isNoNumber(value: Secret | Clear, format: SopsFormat, cipher: SopsCipher): boolean;
