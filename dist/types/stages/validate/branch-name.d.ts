import { type Message } from '../../core/message.js';
import type { SchemaNode } from '../../core/schema/node.js';
/** What a person would call a branch of a union: its title, its tag, its definition, the keys that it asks for. */
export declare function branchName(branch: SchemaNode): Message | undefined;
