import { type Finding } from '../../core/finding.js';
import { type Message } from '../../core/message.js';
import type { Source } from '../../core/source.js';
/** Where and why js-yaml stopped. Its reason may quote the text, so it is only compared, never passed on. */
export interface Refused {
    readonly reason: string;
    readonly at: number;
}
/** What is wrong with a YAML text, in our own words. */
export declare const MISTAKES: {
    readonly unclosedQuote: Message;
    readonly unclosedBracket: Message;
    readonly bracketIndent: Message;
    readonly flowIndent: Message;
    readonly missingComma: Message;
    readonly dollarBrace: Message;
    readonly emptyItem: Message;
    readonly strayBracket: Message;
    readonly tab: Message;
    readonly indent: Message;
    readonly secondColon: Message;
    readonly dash: Message;
    readonly noColon: Message;
    readonly noSpace: Message;
    readonly trailing: Message;
    readonly afterDocument: Message;
    readonly reserved: Message;
    readonly escape: Message;
    readonly control: Message;
    readonly tag: Message;
    readonly twoProperties: Message;
    readonly anchorName: Message;
    readonly aliasProperties: Message;
    readonly blockHeader: Message;
    readonly directive: Message;
    readonly longKey: Message;
    readonly propertyPlace: Message;
    readonly tooDeep: Message;
    readonly other: Message;
};
export type Mistake = keyof typeof MISTAKES;
/** A mistake with its span. */
export interface PlacedMistake {
    readonly mistake: Mistake;
    readonly start: number;
    readonly end: number;
}
export declare function mistakeFinding(source: Source, { mistake, start, end }: PlacedMistake): Finding;
/** The finding for what js-yaml refused, going by its reason and the text alone. */
export declare function mistakeOf(source: Source, refused: Refused): Finding;
/**
 * Whether js-yaml is wrong: it takes a tab after the start of a line for indentation, where YAML takes it for the white
 * space that it is (`a: [1,\t2]`; YAML 1.2.2 §6.2).
 */
export declare function isUnfounded(text: string, { reason, at }: Refused): boolean;
/** The mistake behind a refusal and where it is, going by js-yaml's reason and the text alone. */
export declare function placeMistake(text: string, { reason, at }: Refused): PlacedMistake;
/** A mistake that the one character at `at` stands for. */
export declare function at1(mistake: Mistake, at: number): PlacedMistake;
/** A mistake that a whole line stands for: its text without the indentation. */
export declare function wholeLine(mistake: Mistake, text: string, start: number): PlacedMistake;
