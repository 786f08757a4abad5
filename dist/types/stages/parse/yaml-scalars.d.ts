import { type DocumentDirective, type ScalarEvent } from 'js-yaml';
import { type Report } from '../../core/finding.js';
import { type Message } from '../../core/message.js';
import type { RuleId } from '../../core/rules.js';
import type { Source } from '../../core/source.js';
import type { Value } from '../../core/value.js';
import type { FormatOptions } from './options.js';
import { BadNumber } from './scalars.js';
/** A scalar event; `text` where the parser that gave it has decoded it already. */
export type YamlScalar = ScalarEvent & {
    readonly text?: string;
};
/** What the meaning of a document's scalars depends on. */
export interface ScalarRun {
    readonly source: Source;
    readonly options: FormatOptions;
    readonly report: Report;
    /** `%TAG` lines of the document. */
    directives: readonly DocumentDirective[];
}
/** The text of a scalar: quotes, escapes, folding and indentation resolved. */
export declare function textOf(source: string, event: YamlScalar): string;
/** Whether a scalar is written with escapes, the only way for characters that no file can hold. */
export declare function hasEscapes(event: ScalarEvent): boolean;
/**
 * The value of a scalar without a tag, or a hole where it has none that can be kept.
 *
 * @param start where the scalar starts in the text, its quotes included.
 */
export declare function scalarValue(event: YamlScalar, text: string, start: number, run: ScalarRun): Value;
/** The value if it can be kept; a hole (reported) for a number that cannot. */
export declare function checked(value: Value | BadNumber, event: ScalarEvent, start: number, run: ScalarRun): Value;
/** Reports a finding in the file. */
export declare function tell(run: ScalarRun, rule: RuleId, start: number, end: number, message: Message): void;
