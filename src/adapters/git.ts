/** What Cairn asks Git, each with a handful of spawns a command and none a file. */
export { commitTree } from './git/commit-tree.ts'
export { changedOutside, pathsIn } from './git/at-commit.ts'
export { createBlobs } from './git/blobs.ts'
export { hasCommit, headCommit, type HeadCommit } from './git/head-commit.ts'
export { defaultBase } from './git/default-base.ts'
export { gitDirectory, repositoryOf } from './git/repository.ts'
export { isObjectId, resolveCommit } from './git/resolve-commit.ts'
export { trustRepository } from './git/trust.ts'
