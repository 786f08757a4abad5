/** What Cairn asks Git, each with a handful of spawns a command and none a file. */
export { commitTree } from './git/commit-tree.js';
export { changedOutside, pathsIn } from './git/at-commit.js';
export { createBlobs } from './git/blobs.js';
export { hasCommit, headCommit, type HeadCommit } from './git/head-commit.js';
export { defaultBase } from './git/default-base.js';
export { gitDirectory, repositoryOf } from './git/repository.js';
export { isObjectId, resolveCommit } from './git/resolve-commit.js';
export { trustRepository } from './git/trust.js';
