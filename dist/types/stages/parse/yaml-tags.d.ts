import type { DocumentDirective } from 'js-yaml';
import { type Message } from '../../core/message.js';
import type { TagTree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
/** What a tag asks for. `name` is the tag with its handle resolved: `!append`, `tag:yaml.org,2002:int`. */
export type TagMeaning = {
    readonly is: 'core';
    readonly type: CoreType;
}
/** `!`: a string for scalars, nothing for collections. */
 | {
    readonly is: 'non-specific';
}
/** Says how the node is merged, nothing about its value. */
 | {
    readonly is: 'merge';
    readonly name: string;
}
/** Unknown, and allowed by `tags` in `cairn.yaml`. */
 | {
    readonly is: 'allowed';
    readonly as: 'string' | 'keep';
} | {
    readonly is: 'unknown';
    readonly message: Message;
};
export type CoreType = 'str' | 'int' | 'float' | 'bool' | 'null' | 'map' | 'seq';
/** The merge key's own tag, for `!!merge <<`. */
export declare const MERGE_KEY_TAG = "tag:yaml.org,2002:merge";
/** What the tag `raw` (as it stands in the file) asks for. */
export declare function meaningOf(raw: string, directives: readonly DocumentDirective[], allowed: FormatOptions['tags']): TagMeaning;
/** The tag with its handle resolved by the document's `%TAG` directives and percent escapes decoded (YAML §6.9.1). */
export declare function fullName(raw: string, directives: readonly DocumentDirective[]): string;
/** The merge tags at and below a node; `undefined` where there are none, as in most files. */
export declare function tagTree(tag: string, children: ReadonlyMap<string, TagTree> | undefined): TagTree | undefined;
