import { type Finding } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
/** What a person is told of a file that another program has to fill in first. */
export declare const TEMPLATE: import("../../core/message.js").Message;
/**
 * Why a parser had to refuse a text, where a look at the text is enough to tell: it is a template, or Git left a merge
 * conflict in it. Everything else that a parser would say of such a text is noise.
 *
 * @param failure the offset at which the parser stopped.
 */
export declare function refusal(source: Source, failure: number): Finding | undefined;
