import { type Message } from '../../core/message.js';
import { type Fact } from './facts.js';
import { type Amount } from '../../core/quantity.js';
/** What services ask for, and deployments and environments have to give. */
export declare const RESOURCES: readonly ["memory", "cpu", "gpu"];
export type Resource = (typeof RESOURCES)[number];
/** What a switch says, in whichever of the usual words: `off` is a text in YAML 1.2, and so is everything in INI. */
export declare function truthOf(fact: Fact): boolean | undefined;
/** A number of things, from 0; `undefined` for what is none. */
export declare function countOf(fact: Fact): number | undefined;
/** An amount; `undefined` for what is none. */
export declare function amountOf(fact: Fact, scale: bigint): Amount | undefined;
/** The GPUs that one asks for or has: none where they are switched off, one where they are on and not counted. */
export declare function gpusOf(count: Fact, isOn: Fact): Amount | undefined;
/** How many times an amount is asked for: as often as there are replicas. */
export declare function times(amount: Amount, replicas: number): Amount;
/** An amount as people write it: `1024 MiB`, `2.5 cores`, `8 GPUs`. */
export declare function showAmount(amount: Amount, resource: Resource): Message;
/** The same where nothing has told yet what it is an amount of: `1024 MiB of memory`. */
export declare function showWhole(amount: Amount, resource: Resource): Message;
