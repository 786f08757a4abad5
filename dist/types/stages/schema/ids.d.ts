import { type Report } from '../../core/finding.js';
import type { Home } from '../../core/schema/types.js';
/** Checks that no `$id` is that of another schema too, or the path of another file (`schema/ambiguous`). */
export declare function checkIds(home: Home, report: Report): void;
