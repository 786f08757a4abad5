import { type DocumentDirective, type Event } from 'js-yaml';
import { CST } from 'yaml';
/**
 * The events that js-yaml would give for a document that `yaml` has read as a concrete syntax tree; `undefined` where
 * it is nested deeper than `MAX_DEPTH`. What js-yaml leaves out of its events is left out here as well.
 */
export declare function cstEvents(token: CST.Document, directives: readonly DocumentDirective[]): Event[] | undefined;
