import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
/** Services that ask for GPUs and do not say how much memory each of them has. */
export declare function gpuMemory(config: RuleConfig<'consistency/gpu-memory'>): Rule;
