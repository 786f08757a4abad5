import { type Report } from '../../core/finding.js';
import type { Place } from '../../core/place.js';
import type { SettingSpec } from '../../core/rule-settings.js';
import { type Setting } from '../../core/setting.js';
type SingleSpec = Exclude<SettingSpec, {
    readonly is: 'group';
}>;
/**
 * Reads one setting of a rule, as its specification says; `undefined` where nothing of it can be used.
 *
 * @param named is told each kind and where it is named
 */
export declare function readValue(setting: Setting, spec: SingleSpec, named: (kind: string, place: Place) => void, report: Report): SingleSpec['default'] | undefined;
export {};
