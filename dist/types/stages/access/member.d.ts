import type { Report } from '../../core/finding.js';
import { type Setting } from '../../core/setting.js';
/** A user by login, or a team as `organisation/team`; without `@`. */
export interface Member {
    readonly is: 'user' | 'team';
    readonly name: string;
}
/** Reads `@login` or `@organisation/team`; the `@`, which YAML wants in quotes, may be left out. */
export declare function readMember(setting: Setting, report: Report): Member | undefined;
