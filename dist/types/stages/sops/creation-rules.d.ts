import { type Report } from '../../core/finding.js';
import type { RegExpPort } from '../../core/schema/types.js';
import type { CreationRules } from '../../core/sops/creation-rules.js';
import type { Tree } from '../../core/tree.js';
/**
 * Reads `.sops.yaml`, of any version of SOPS. What SOPS would refuse is an error; what it ignores in silence, such as a
 * key that is mistyped, is told too. Destination rules and stores are left to SOPS. Keys at the top that nobody knows
 * are fine: people keep the anchors of their recipients there.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export declare function readCreationRules(tree: Tree, regexp: RegExpPort, report: Report): CreationRules;
