/** What Cairn asks Git, each with a handful of spawns a command and none a file. */
export { commitTree } from './git/commit-tree.js';
export { createBlobs } from './git/blobs.js';
export { defaultBase } from './git/default-base.js';
export { repositoryOf } from './git/repository.js';
export { resolveCommit } from './git/resolve-commit.js';
