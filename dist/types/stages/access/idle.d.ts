import type { Access } from '../../core/access.js';
import type { Environment } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
/** What rules may choose from. */
export interface AccessWorld {
    readonly environments: ReadonlyMap<string, Environment>;
    readonly kinds: ReadonlySet<string>;
    /** `kind/name`. */
    readonly documents: Iterable<string>;
}
/** Selectors that choose nothing there is: a rule that is misspelt asks nobody. */
export declare function reportIdleSelectors({ rules }: Access, world: AccessWorld, report: Report): void;
