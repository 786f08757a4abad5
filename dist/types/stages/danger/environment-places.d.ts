import type { Environment } from '../../core/environment.js';
import { type Location } from '../../core/place.js';
import type { Tokens } from '../../core/pointer.js';
type Environments = ReadonlyMap<string, Environment>;
/** Where an environment's own definition says something; where it is defined, if it does not. */
export declare function placeInDefinition({ definition }: Environment, tokens: Tokens): Location;
/** The nearest of an environment and its ancestors of which something is so. */
export declare function nearestOf(environment: Environment, all: Environments, isSo: (one: Environment) => boolean): Environment | undefined;
/** Whether what an environment runs with is asked for at all: on one side at least. */
export declare function isConcrete(name: string, ...sides: readonly Environments[]): boolean;
export {};
