/** What Cairn asks Git, each with a handful of spawns a command and none a file. */
export { commitTree } from './git/commit-tree.ts'
export { createBlobs } from './git/blobs.ts'
export { defaultBase } from './git/default-base.ts'
export { repositoryOf } from './git/repository.ts'
export { resolveCommit } from './git/resolve-commit.ts'
