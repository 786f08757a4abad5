import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say, type Message, type Name } from '../../core/message.ts'
import { nearest } from '../../core/nearest.ts'
import { commonDirectory, repositoryOf } from './repository.ts'
import { git } from './run.ts'

/**
 * The object id of the commit that a text names: a branch, tag, id or any other revision (gitrevisions(7)). A text that
 * looks like an option is none.
 *
 * @throws Failure (usage) where it names no commit of this repository, with the nearest branch or tag
 */
export function resolveCommit(root: string, text: string): string {
  if (text !== '' && !text.startsWith('-')) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${text}^{commit}`]
    const { status, stdout } = git(root, args, { answers: [1, 128] })
    const found = stdout.toString('latin1').trimEnd()
    if (status === 0 && isObjectId(found)) return found
  }
  throw unknownCommit(root, text)
}

/** Whether a text is a whole object id: 40 hexadecimal digits (SHA-1), or 64 (SHA-256). */
export function isObjectId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

export function unknownCommit(root: string, text: string): Failure {
  if (text === '') return new Failure('usage', say`an empty text names no commit of this repository`, say`is a variable unset?`)
  return new Failure('usage', say`${name(text)} names no commit of this repository`, hintFor(root, text))
}

function hintFor(root: string, text: string): Message | undefined {
  const range = /^(.*?)\.{2,3}(?![./])(.*)$/.exec(text)
  if (range !== null) {
    const [from, to] = [range[1], range[2]].map((end) => name(end === undefined || end === '' ? 'HEAD' : end))
    return say`write two commits: cairn diff ${from as Name} ${to as Name}`
  }
  const { top } = repositoryOf(root)
  const { stdout } = git(root, ['for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/tags', 'refs/remotes'])
  const names = stdout.toString('utf8').split('\n').filter(Boolean)
  const near = nearest(text, names)
  if (near !== undefined) return say`did you mean ${name(near)}?`
  if (names.length === 0 && text.startsWith('HEAD')) return say`there is no commit yet`
  if (isShallow(top)) return say`this clone is shallow: git fetch --unshallow brings the rest of the history`
  return undefined
}

/** Whether history was cut off when cloning. */
export function isShallow(top: string): boolean {
  return existsSync(join(commonDirectory(top), 'shallow'))
}
