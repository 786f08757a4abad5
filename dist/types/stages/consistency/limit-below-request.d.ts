import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
/** Limits below what is asked for: a replica that is given more than it may use. */
export declare function limitBelowRequest(config: RuleConfig<'consistency/limit-below-request'>): Rule;
