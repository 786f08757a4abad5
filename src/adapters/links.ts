import { posix } from 'node:path'
import type { ReadProblem } from '../core/ports.ts'

/** What a tree has at a path (relative to the repository's top level), as far as following links needs to know. */
export type LinkStep = 'file' | 'directory' | 'submodule' | { readonly target: string } | undefined

export type Resolved =
  | { readonly path: string; readonly problem?: undefined }
  | { readonly problem: ReadProblem; readonly path?: undefined }

/** Links that are followed before they count as a loop (Linux follows 40, path_resolution(7)). */
const MOST_LINKS = 40

/**
 * Follows a symbolic link through a tree, the same way in a working tree and in a commit: only what the tree lists
 * counts, so a link to an ignored file, into `.git`, into a submodule, to an absolute path or above the top level is
 * never followed, on whatever machine.
 *
 * @param link the link's path, relative to the top level
 * @param at what the tree has at such a path
 * @returns the file that the link leads to, or why there is none
 */
export function resolveLink(link: string, at: (path: string) => LinkStep): Resolved {
  const ahead = link.split('/').reverse()
  const walked: string[] = []
  let followed = 0
  for (let segment = ahead.pop(); segment !== undefined; segment = ahead.pop()) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') {
      if (walked.pop() === undefined) return { problem: 'link-outside' }
      continue
    }
    walked.push(segment)
    const step = at(walked.join('/'))
    if (step === undefined) return { problem: 'link-broken' }
    if (step === 'submodule') return { problem: 'link-outside' }
    if (step === 'file' && ahead.length > 0) return { problem: 'link-broken' }
    if (typeof step === 'string') continue
    if (step.target === '' || ++followed > MOST_LINKS) return { problem: 'link-broken' }
    if (step.target.startsWith('/')) return { problem: 'link-outside' }
    walked.pop()
    ahead.push(...step.target.split('/').reverse())
  }
  const path = walked.join('/')
  return at(path) === 'file' ? { path } : { problem: 'not-a-file' }
}

/** A file as seen from a directory: what both are called from the top level. Starts with `../` where it is outside. */
export function seenFrom(directory: string, file: string): string {
  return posix.relative('/' + directory, '/' + file)
}
