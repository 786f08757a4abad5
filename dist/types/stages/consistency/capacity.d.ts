import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
type Config = RuleConfig<'consistency/capacity'>;
/** Services that ask for more than their environment, or the cluster that they run on, has. */
export declare function capacity(config: Config): Rule;
export {};
