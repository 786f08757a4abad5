import type { CST, ErrorCode } from 'yaml';
import { type PlacedMistake, type Refused } from './yaml-mistakes.js';
/** What is used of an error of `yaml`. Its message may quote the text. */
export interface YamlError {
    readonly code: ErrorCode;
    readonly pos: readonly [number, number];
}
/**
 * The mistake behind a document that both parsers refuse. js-yaml stops where the text no longer makes sense, which may
 * be far below; `yaml` knows which quote or bracket is open there, and where a key began that has no colon.
 *
 * @param refused what js-yaml says of this document; `undefined` where it has not come that far.
 */
export declare function judgeMistake(text: string, document: CST.Document, first: YamlError, refused: Refused | undefined): PlacedMistake;
/** The mistake that `yaml` alone has found. */
export declare function placeOfError({ code, pos }: YamlError): PlacedMistake;
/** Closing brackets that stand no further right than the key their list or mapping belongs to; `yaml` takes them. */
export declare function misplacedBrackets(text: string, document: CST.Document): PlacedMistake[];
