import { type Report } from '../../core/finding.js';
import { type Setting } from '../../core/setting.js';
import { type Silence } from '../../core/silence.js';
/** Reads `silence` of `cairn.yaml`. An entry with a mistake counts for nothing: what it would silence is told. */
export declare function readSilences(setting: Setting | undefined, report: Report): readonly Silence[];
/** What silences may be about. */
export interface SilenceTargets {
    readonly files: readonly string[];
    /** `kind/name`. */
    readonly documents: readonly string[];
}
/** Silences that are about nothing there is: a wrong path would go unseen until the danger is there. */
export declare function reportLostSilences(silences: readonly Silence[], targets: SilenceTargets, report: Report): void;
