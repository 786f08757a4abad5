import { type Report } from '../../core/finding.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
/**
 * Checks what the schemas that apply to the same values say together: that they agree on the default
 * (`schema/default-conflict`) and on `x-merge` and `x-split` (`schema/keyword-conflict`), that none refuses the default
 * by `type`, `enum` or `const` (`schema/default-invalid`), and that defaults end (`schema/default-endless`). Stops
 * looking after `MOST_COMBINED` schemas in combinations; those that people write have far fewer.
 */
export declare function checkDefaults(root: SchemaNode, report: Report): void;
