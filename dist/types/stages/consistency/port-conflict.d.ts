import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
/** Services that listen on the same port of the same machine. */
export declare function portConflict(config: RuleConfig<'consistency/port-conflict'>): Rule;
