import { resolve } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { Target, TargetName } from '../../core/publication.ts'
import type { TargetOptions } from './options.ts'

/**
 * Opens a target by its name, placeholders filled.
 *
 * @param folder what relative paths of folders and archives are relative to
 * @throws Failure (usage) for what no target can be called
 */
export async function openTarget(
  { scheme, at }: TargetName,
  { folder, ...options }: TargetOptions & { readonly folder: string },
): Promise<Target> {
  if (/[{}]/.test(at)) throw new Failure('usage', say`${name(at)} is no name of a target: {environment} is the only placeholder`)
  if (scheme === 'branch') return (await import('./branch.ts')).branchTarget(at, options)
  const path = resolve(folder, at)
  if (scheme === 'dir') {
    const { keep } = options
    return (await import('./directory.ts')).directoryTarget(path, `dir:${at}`, keep === undefined ? {} : { keep })
  }
  return (await import('./archive.ts')).archiveTarget(path, `archive:${at}`)
}
