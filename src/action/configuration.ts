import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { repositoryOf } from '../adapters/git.ts'
import { isInside } from '../adapters/report-file.ts'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { configurationBefore, configurationRoot, configurationRootAt, type Configuration } from '../opening.ts'
import type { Base } from './base.ts'

/**
 * The folder of the input `directory`, and the top of the Git repository that it lies in. It may be reached through a
 * link, which is a file of whoever proposes a change: what lies elsewhere on the machine is not looked at.
 *
 * @param given seen from the workspace
 * @throws Failure (usage) where it is in no repository, or not in the workspace
 */
export function findDirectory(workspace: string, given: string): { readonly directory: string; readonly top: string } {
  const directory = resolve(workspace, given)
  const top = topOf(directory)
  const [outer, inner] = [realpathSync(workspace), realpathSync(directory)]
  if (inner === outer || isInside(outer, inner)) return { directory, top }
  throw new Failure('usage', say`${name(given)} leads out of the workspace`, say`the input directory takes a folder of what is checked out`)
}

function topOf(directory: string): string {
  try {
    return repositoryOf(directory).top
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure('usage', error.said, say`actions/checkout has to run before this step`)
  }
}

/**
 * The configuration repository that a folder belongs to. Of a proposal it is the one that the base has: otherwise a
 * change could bring a `cairn.yaml` nearer by, or take one away, and be judged by rules of its own.
 *
 * @param directory in the working tree
 */
export function findConfiguration(directory: string, base: Base, underReview: boolean): Configuration {
  const before = underReview && base.commit !== undefined ? configurationRootAt(directory, base.commit) : undefined
  return configurationBefore(directory, before, configurationRoot(directory))
}
