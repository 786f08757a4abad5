import { Failure } from '../../core/failure.js';
export interface GitAnswer {
    readonly status: number;
    readonly stdout: Buffer;
}
export interface GitOptions {
    readonly input?: string;
    /** Exit codes besides 0 that are answers and not failures. */
    readonly answers?: readonly number[];
    /** Most bytes that are taken; Git is stopped when it prints more. */
    readonly limit?: number;
}
/**
 * Runs Git in a directory and returns what it prints. Reading only: no locks, no pager, no prompt, no program that a
 * repository's configuration names for looking at files, and no repository but the one that the directory lies in.
 *
 * @throws Failure where Git is missing, refuses the repository, or ends with an exit code that is no answer
 */
export declare function git(directory: string, args: readonly string[], options?: GitOptions): GitAnswer;
/**
 * Starts Git in a directory and goes on: what it printed is asked for later, `undefined` where it could not be started
 * or was ended. Of what nobody asks for nothing keeps the process alive, and Git ends with it.
 */
export declare function startGit(directory: string, args: readonly string[]): () => Promise<GitAnswer | undefined>;
/** What Git is started with. */
export declare function environment(): NodeJS.ProcessEnv;
export declare function notARepository(directory: string): Failure;
export declare function bare(directory: string): Failure;
