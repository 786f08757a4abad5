import { type Report } from '../../core/finding.js';
import { type PublishSettings } from '../../core/publish-settings.js';
import { type Setting } from '../../core/setting.js';
/** `publish`: what is published, in which formats, where to, and for whom. */
export declare function readPublishSettings(setting: Setting | undefined, report: Report): PublishSettings;
