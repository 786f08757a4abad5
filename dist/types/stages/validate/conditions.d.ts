import { type Message } from '../../core/message.js';
import { type Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import type { Subject } from './subject.js';
/**
 * What the schema of an `if` asks, in words: `/tls/mode is "strict" and cert is set`. `undefined` where words would be
 * longer than a look at the schema, or would tell what a secret is.
 *
 * @param tokens the value that the condition is about.
 */
export declare function conditionWords(condition: SchemaNode, tokens: Tokens, subject: Subject): Message | undefined;
