import type { CST, YAMLParseError } from 'yaml';
import { type PlacedMistake, type Refused } from './yaml-mistakes.js';
/**
 * The mistake behind a document that both parsers refuse. js-yaml stops where the text no longer makes sense, which may
 * be far below; `yaml` knows which quote or bracket is open there, and where a key began that has no colon.
 */
export declare function judgeMistake(text: string, document: CST.Document, errors: readonly YAMLParseError[], refused: Refused): PlacedMistake;
/** The mistake that `yaml` alone has found. */
export declare function placeOfError({ code, pos }: YAMLParseError): PlacedMistake;
/** Closing brackets that stand no further right than the key their list or mapping belongs to; `yaml` takes them. */
export declare function misplacedBrackets(text: string, document: CST.Document): PlacedMistake[];
