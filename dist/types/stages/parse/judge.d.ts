import { type Finding } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { YamlEvents } from './compose.js';
import { type Refused } from './yaml-mistakes.js';
export interface Judgement extends YamlEvents {
    readonly findings: readonly Finding[];
}
/**
 * Reads what js-yaml has refused with `yaml`, which goes on after an error. Documents that `yaml` takes keep their
 * values: what js-yaml objects to does not change them. Its objection is reported all the same: on yaml-test-suite it
 * is right whenever the two differ, and the one case where it is known to be wrong is recognised. Documents that both
 * refuse become holes, but for a bad escape, which makes a hole of its scalar only. One finding a document, and one for
 * every closing bracket out of place.
 */
export declare function judge(source: Source, refused: Refused): Judgement;
