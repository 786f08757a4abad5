import type { AccessRule } from '../../core/access.js';
import type { Change } from '../../core/change.js';
import type { Environment } from '../../core/environment.js';
/** Whether a rule chooses an environment. */
export declare function selectsEnvironment(rule: AccessRule, environment: Environment | undefined): boolean;
/** Whether a rule chooses what a change does to its document, wherever that is. */
export declare function selectsChange(rule: AccessRule, change: Change): boolean;
