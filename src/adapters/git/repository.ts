import { readFileSync, realpathSync, statSync, type Stats } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { bare, notARepository } from './run.ts'

export interface Repository {
  /** The top level of the working tree, an absolute path without symbolic links. */
  readonly top: string
  /** The directory that was asked about, relative to the top level, with `/`; empty for the top level itself. */
  readonly prefix: string
}

/**
 * The repository that a directory lies in, found as Git finds it (gitrepository-layout(5)), without starting Git.
 *
 * @throws Failure where there is no such directory, no repository, or a bare one
 */
export function repositoryOf(directory: string): Repository {
  const start = realDirectory(directory)
  for (let at = start; ; at = dirname(at)) {
    if (hasGit(at)) return { top: at, prefix: relative(at, start).split(sep).join('/') }
    if (isGitDirectory(at)) throw bare(directory)
    if (dirname(at) === at) throw notARepository(directory)
  }
}

/**
 * Where a repository's objects and its list of cut-off commits are: `.git`, or for a linked worktree or a submodule the
 * directory that its `.git` file leads to (gitrepository-layout(5)).
 *
 * @param top a top level as `repositoryOf` gives it
 */
export function commonDirectory(top: string): string {
  const own = gitDirectory(top)
  return own === join(top, '.git') ? own : resolve(own, textOf(join(own, 'commondir')).trimEnd())
}

/** Where the index of a working tree is: `.git`, or the directory that a `.git` file leads to. */
export function gitDirectory(top: string): string {
  const git = join(top, '.git')
  const own = /^gitdir: (.*)$/m.exec(textOf(git))?.[1]
  return own === undefined ? git : resolve(top, own)
}

/** Empty where there is no such file. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function realDirectory(directory: string): string {
  let real: string
  try {
    real = realpathSync(directory)
  } catch {
    throw new Failure('usage', say`there is no folder ${name(directory)}`)
  }
  if (!statSync(real).isDirectory()) throw new Failure('usage', say`${name(directory)} is not a folder`)
  return real
}

/** A `.git` file points to a worktree's or a submodule's Git directory; an empty `.git` folder is none. */
function hasGit(directory: string): boolean {
  const git = join(directory, '.git')
  const found = stat(git)
  return found !== undefined && (found.isFile() || isGitDirectory(git))
}

function isGitDirectory(directory: string): boolean {
  return (
    stat(join(directory, 'HEAD')) !== undefined &&
    stat(join(directory, 'refs'))?.isDirectory() === true &&
    stat(join(directory, 'objects'))?.isDirectory() === true
  )
}

/** `undefined` where there is nothing, or nothing that may be looked at. */
function stat(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
