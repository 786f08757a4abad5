import { type Report } from '../../core/finding.js';
import type { Place } from '../../core/place.js';
import { type Fields } from '../../core/setting.js';
import type { RuleKey } from '../../core/sops/creation-rules.js';
import { type Value } from '../../core/value.js';
export declare const RULE_KEY_FIELDS: readonly string[];
export interface RuleKeys {
    readonly groups: readonly (readonly RuleKey[])[];
    readonly place: Place | undefined;
    /** Whether something was left out, which has been reported. */
    readonly wrong: boolean;
}
/** The keys of a rule: those of its `key_groups`, where it has any; else one group of all its flat lists. */
export declare function readRuleKeys(fields: Fields, report: Report): RuleKeys;
/** Whether something of a value could not be read, which has been reported. */
export declare function hasHole(value: Value): boolean;
