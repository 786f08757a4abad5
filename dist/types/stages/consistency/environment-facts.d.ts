import type { Environment } from '../../core/environment.js';
import type { Tokens } from '../../core/pointer.js';
import { type Fact } from './facts.js';
/** What an environment says at a pointer: `/name`, or something in its labels or variables. */
export declare function environmentFact(environment: Environment, [part, ...below]: Tokens): Fact;
/** The stage that a text names as a whole: `prod` is production. */
export declare function stageNamed(text: string): string | undefined;
/** The stage of an environment by its name or the nearest name that it inherits: `prod-eu` is production. */
export declare function stageOf({ lineage }: Environment): string | undefined;
