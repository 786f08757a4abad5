import { type Message } from './message.js';
/**
 * What is wrong with the name of a branch: what git-check-ref-format(1) refuses with `--branch`, `@`, which is another
 * word for HEAD, and names that begin with `refs/`: who writes `refs/heads/main` means `main`.
 *
 * @param text without `refs/heads/`; `{environment}` may stand in it, for any name
 */
export declare function branchNameProblem(text: string): Message | undefined;
