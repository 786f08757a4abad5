import type { RuleConfig } from '../../core/rule-settings.js';
import { type Rule } from './rule.js';
/** TLS or encryption that is switched off where the security level asks for it. */
export declare function encryptionOff(config: RuleConfig<'consistency/encryption-off'>): Rule;
