import type { Environment } from '../../core/environment.js';
import type { Report } from '../../core/finding.js';
import { type Layer } from '../../core/layer.js';
import type { Strategy } from '../../core/strategy.js';
import type { Value } from '../../core/value.js';
import { type Recorder } from './record.js';
export { recordMerge, Recorder } from './record.js';
export interface MergeRun {
    /** Absent: nobody wants findings. */
    readonly report?: Report;
    /** Absent: nobody will ask for origins. Used for one merge. */
    readonly recorder?: Recorder;
    /** Where the document is merged for. */
    readonly environment: Pick<Environment, 'name' | 'protected'>;
}
/**
 * Folds the layers of one document into its value in one environment, lowest precedence first: RFC 7396, the schema's
 * list strategies and the layers' YAML tags. Pure: mutates no layer; the result shares their untouched subtrees. Given
 * a recorder, the same fold also notes which layer set each value and what it shadows.
 *
 * A layer whose root is null (an empty file) says nothing; where all are, the document is null. A layer whose root is a
 * hole makes the document a hole. What is wrong with the layers is reported, and the best value is still returned.
 */
export declare function mergeLayers(layers: readonly Layer[], strategy: Strategy | undefined, run: MergeRun): Value;
