import type { ReferenceTarget } from '../../core/effective.js';
import type { Environment } from '../../core/environment.js';
import type { Outcome } from './nodes.js';
/** What references can ask of the environment itself: its name, labels and variables, as they are. */
export declare class EnvironmentValues {
    #private;
    constructor(environment: Environment);
    outcomeOf(target: Exclude<ReferenceTarget, {
        of: 'document';
    }>): Outcome;
}
