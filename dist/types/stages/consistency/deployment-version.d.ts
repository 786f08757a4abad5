import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
/** Deployments that run a service in another version than its own. */
export declare function deploymentVersion(config: RuleConfig<'consistency/deployment-version'>): Rule;
