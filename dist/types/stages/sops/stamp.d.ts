import type { SopsCipher } from '../../core/sops/ports.js';
import { type OpenedFile } from './open.js';
import { type Splice } from './splice.js';
/** The changes that give every metadata block of a file a new time, and the MAC of its values under it. */
export declare function stampSplices(opened: OpenedFile, now: string, cipher: SopsCipher): readonly Splice[];
