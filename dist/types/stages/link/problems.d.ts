import { type Effective, type ReferenceTarget } from '../../core/effective.js';
import type { Related } from '../../core/finding.js';
import { type Message } from '../../core/message.js';
import type { RuleId } from '../../core/rules.js';
import type { Failure } from './nodes.js';
import type { Resolver } from './resolver.js';
/** Rule, message and related places of a finding. */
export type Wording = readonly [rule: RuleId, message: Message, related?: readonly Related[]];
/** Words the findings about the references of one document. */
export declare class Problems {
    #private;
    constructor(effective: Effective, resolver: Resolver);
    /** @param target what the reference leads to, where it could be read that far */
    word(failure: Failure, target: ReferenceTarget | undefined): Wording;
}
