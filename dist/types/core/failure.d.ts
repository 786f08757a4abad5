import { type Message } from './message.js';
/**
 * What stops a command: asked wrongly (`usage`, exit code 2), or the world refused (`broken`, exit code 3). Thrown by
 * adapters and queries, caught once at the edge. Bad configuration is never a failure: it is a finding.
 */
export declare class Failure extends Error {
    readonly exit: 'usage' | 'broken';
    readonly said: Message;
    /** What to do next, where there is something. */
    readonly hint: Message | undefined;
    constructor(exit: 'usage' | 'broken', said: Message, hint?: Message);
}
/** Where an error of the program itself came from, without what it says: its text may quote a value. */
export declare function framesOf(error: unknown): string;
