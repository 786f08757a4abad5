import { Failure } from '../../core/failure.js';
/**
 * The object id of the commit that a text names: a branch, tag, id or any other revision (gitrevisions(7)). A text that
 * looks like an option is none.
 *
 * @throws Failure (usage) where it names no commit of this repository, with the nearest branch or tag
 */
export declare function resolveCommit(root: string, text: string): string;
/** Whether a text is a whole object id: 40 hexadecimal digits (SHA-1), or 64 (SHA-256). */
export declare function isObjectId(text: string): boolean;
export declare function unknownCommit(root: string, text: string): Failure;
/** Whether history was cut off when cloning. */
export declare function isShallow(top: string): boolean;
