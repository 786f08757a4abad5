import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
/** Values that contradict the environment of their document: its labels, or its name. */
export declare function environmentField(config: RuleConfig<'consistency/environment'>): Rule;
