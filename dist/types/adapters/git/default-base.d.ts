import { type Message } from '../../core/message.js';
/** What a change is compared with where nobody says; or why there is nothing. */
export type DefaultBase = {
    readonly commit: string;
    readonly because: Message;
    readonly reason?: undefined;
} | {
    readonly reason: Message;
    readonly commit?: undefined;
};
/**
 * The base of a change: the first parent of a merge commit (what a pull request's merge is made onto), else where HEAD
 * left the remote's default branch, else where it left a local `main` or `master`.
 */
export declare function defaultBase(root: string): DefaultBase;
