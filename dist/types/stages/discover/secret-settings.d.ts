import { type RecipientAlias, type SecretSettings } from '../../core/config.js';
import type { Report } from '../../core/finding.js';
import { type Setting } from '../../core/setting.js';
/** `recipients`: names for the recipients of age. A recipient has one name. */
export declare function readRecipients(setting: Setting | undefined, report: Report): ReadonlyMap<string, RecipientAlias>;
/** `secrets`: after how many days values are due for rotation. */
export declare function readSecretSettings(setting: Setting | undefined, report: Report): SecretSettings;
