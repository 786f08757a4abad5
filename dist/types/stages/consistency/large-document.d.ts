import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
/** Documents that are larger, as JSON, than what reads them likes. */
export declare function largeDocument(config: RuleConfig<'consistency/large-document'>): Rule;
