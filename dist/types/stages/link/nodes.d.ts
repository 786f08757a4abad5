import type { Walked } from '../../core/components.js';
import type { Message } from '../../core/message.js';
import type { Tokens } from '../../core/pointer.js';
import type { Value, ValueKind } from '../../core/value.js';
import type { Part } from './syntax.js';
/** References form a graph of two sorts of nodes: texts that hold references, and what references ask for. */
export type Node = TextNode | TargetNode;
interface Visited extends Walked {
    /** The document, as `kind/name`. */
    readonly document: string;
    readonly tokens: Tokens;
    /** What it needs to know first; absent until it was looked at, and again once that is no longer of interest. */
    needs: readonly Node[] | undefined;
    /** The nodes that need each other in a circle, this one among them. */
    circle: ReadonlySet<Node> | undefined;
}
/** A text with references. */
export interface TextNode extends Visited {
    readonly is: 'text';
    readonly text: string;
    parts: readonly Part[];
    /** Whether something refers to it; otherwise it is forgotten with its document. */
    wanted: boolean;
    result: TextResult | undefined;
}
/** A pointer into a document that a reference asks for. */
export interface TargetNode extends Visited {
    readonly is: 'target';
    /** The value before its references are resolved, where the pointer leads to one. */
    raw: Value | undefined;
    /** Tokens that go on inside what the one text in `needs` resolves to; absent where `raw` counts. */
    inside: Tokens | undefined;
    result: Outcome | undefined;
}
export interface TextResult {
    readonly value: Value;
    readonly problems: readonly Problem[];
}
/** What a reference comes to. A hole is passed on in silence: what made it has been reported. */
export type Outcome = {
    readonly value: Value;
} | {
    readonly failure: Failure;
};
export type Failure = {
    readonly is: 'no-document';
}
/** `tokens` exist and lead to `parent`, which lacks `token`. */
 | {
    readonly is: 'no-value';
    readonly tokens: Tokens;
    readonly parent: Value;
    readonly token: string;
} | {
    readonly is: 'no-variable';
} | {
    readonly is: 'nested';
} | {
    readonly is: 'too-large';
} | {
    readonly is: 'too-deep';
} | {
    readonly is: 'not-scalar';
    readonly kind: ValueKind;
} | {
    readonly is: 'malformed';
    readonly why: Message;
};
/** What is wrong with one part of a text. */
export interface Problem {
    /** Index of the part. */
    readonly part: number;
    readonly failure: Failure;
}
export {};
