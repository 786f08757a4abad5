import { type Message } from './message.js';
import { type Location, type Place } from './place.js';
import { type RuleId, type Severity } from './rules.js';
/** What a stage says about a place. One type for all, parse errors to compliance. */
export interface Finding {
    readonly rule: RuleId;
    readonly severity: Severity;
    readonly message: Message;
    readonly place: Place;
    readonly related: readonly Related[];
    /** The environment it was found in, where it depends on one. */
    readonly environment?: string;
}
export interface Related {
    readonly message: Message;
    readonly place: Place;
}
/** How a stage reports: a callback inside, data outside. */
export type Report = (finding: Finding) => void;
/** A finding with the severity that its rule has by default. */
export declare function finding(rule: RuleId, place: Place, message: Message, more?: FindingExtras): Finding;
export interface FindingExtras {
    readonly related?: readonly Related[];
    readonly severity?: Severity;
    readonly environment?: string;
}
/** A finding detached from the texts it points into, with lines and columns; what reports and JSON hold. */
export interface SettledFinding {
    readonly rule: RuleId;
    readonly severity: Severity;
    readonly message: Message;
    readonly location: Location;
    readonly related: readonly {
        readonly message: Message;
        readonly location: Location;
    }[];
    /** The environments it was found in, sorted; empty where it does not depend on one. */
    readonly environments: readonly string[];
}
/** What is said of the alias that led to a place. The mistake is at the anchor, once, however many aliases use it. */
export declare const THROUGH_ALIAS: Message;
/** Works out lines and columns. Called when a unit of work closes, so that its texts can be dropped. */
export declare function settle(found: Finding): SettledFinding;
