/**
 * Lets Git work on a repository that belongs to another user, for what this process starts and nothing else: the steps
 * of a job in a container run as another user than the one who checked out (git-config(1), safe.directory).
 *
 * @param top the top level of a working tree
 */
export declare function trustRepository(top: string, environment: NodeJS.ProcessEnv): void;
