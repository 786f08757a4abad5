import { type Message } from '../message.js';
import type { SopsProblemKind } from './problem.js';
/** What is said of a class of problems, and what to do next where there is something. */
export interface ProblemWords {
    readonly said: Message;
    readonly next?: Message;
}
/** The words for every class, in findings and in what commands print. */
export declare const PROBLEM_WORDS: Readonly<Record<SopsProblemKind, ProblemWords>>;
