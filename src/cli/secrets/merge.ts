import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { mergeByLines } from '../../adapters/git/merge-file.ts'
import { createKeylessCipher } from '../../adapters/sops/keyless.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { Pointer } from '../../core/pointer.ts'
import type { Outcome } from '../../core/sops/problem.ts'
import { mergeSealed, mergeSecrets, type Merged } from '../../queries/secrets/merge.ts'
import { isLocked } from '../../queries/secrets/verify.ts'
import { readSecret, type SecretText } from '../../queries/secrets/world.ts'
import { markConflict } from '../../stages/sops/mark-conflict.ts'
import type { Sides } from '../../stages/sops/three-way.ts'
import type { Terminal } from '../terminal.ts'
import { textOf } from './files.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld, type OpenSecretsWorld } from './world.ts'

/** The files that Git hands to a merge driver (gitattributes(5)): `%O %A %B`, and `%P`, where the result belongs. */
export interface DriverFiles {
  readonly base: string
  readonly ours: string
  readonly theirs: string
  readonly path: string
}

/**
 * Git's merge driver: puts the merge into the file of our side.
 *
 * @returns 0 where it is whole, 1 where something is left to do, which is marked in it
 */
export async function runMergeDriver(named: DriverFiles, directory: string, terminal: Terminal): Promise<number> {
  const files = { ...named }
  for (const side of ['base', 'ours', 'theirs'] as const) files[side] = resolve(terminal.directory, directory, named[side])
  const sideOf = (file: string): SecretText => ({ path: named.path, text: textOf(named.path, read(file)) })
  const base = sideOf(files.base)
  // Where both sides have made the file, Git hands over an empty one.
  const sides = { base: base.text === '' ? undefined : base, ours: sideOf(files.ours), theirs: sideOf(files.theirs) }
  if (![sides.ours, sides.theirs].every((side) => readSecret(side).ok)) return byLines(files)
  try {
    return await mergeOpened(sides, { files, terminal, world: await openSecretsWorld(terminal) })
  } catch (error) {
    // Our side as it was would pass for a merge: the lines are marked before the error goes on.
    byLines(files)
    throw error
  }
}

async function mergeOpened(sides: Sides<SecretText>, { files, terminal, world }: Driving): Promise<number> {
  const { path } = files
  const merged = await mergeSecrets(sides, undefined, world)
  if (!merged.ok && isLocked(merged.problems)) return withoutKey(sides, { files, terminal, world })
  if (!merged.ok) await tellProblems(sides.ours, merged.problems, terminal, world)
  else if (merged.result.state !== 'merged') tellConflict(merged.result, path, terminal)
  else {
    tellComments(merged.result, path, terminal)
    write(files.ours, merged.result.text)
    return 0
  }
  return Math.max(1, byLines(files))
}

interface Driving {
  readonly files: DriverFiles
  readonly terminal: Terminal
  readonly world: OpenSecretsWorld
}

/** Values by their ciphertext; what is left is one conflict at the MAC and the time, for somebody with a key. */
function withoutKey(sides: Sides<SecretText>, { files, terminal, world }: Driving): number {
  const { path } = files
  const merged = mergeSealed(sides, { ...world.run, cipher: createKeylessCipher() })
  const text = textWithout(merged, sides)
  if (text === undefined) {
    tellUnfinished(path, merged.ok && merged.result.state === 'conflict' ? merged.result.pointers : [], terminal)
    return Math.max(1, byLines(files))
  }
  write(files.ours, text)
  if (readSecret({ path, text }).ok) return 0
  tellUnfinished(path, [], terminal)
  return 1
}

/** What becomes of a merge without a key; `undefined` where lines have to be marked. */
function textWithout(merged: Outcome<Merged>, sides: Sides<SecretText>): string | undefined {
  if (!merged.ok || merged.result.state !== 'merged') return undefined
  const { text } = merged.result
  if (text === sides.ours.text || text === sides.theirs.text) return text
  const whole = readSecret({ path: sides.ours.path, text })
  const [ours, theirs] = [readSecret(sides.ours), readSecret(sides.theirs)]
  if (!whole.ok || !ours.ok || !theirs.ok) return undefined
  return markConflict(whole.result, { ours: ours.result, theirs: theirs.result })
}

function byLines(files: DriverFiles): 0 | 1 {
  const { text, conflicts } = mergeByLines(files)
  write(files.ours, text)
  return conflicts ? 1 : 0
}

function tellUnfinished(path: string, pointers: readonly Pointer[], terminal: Terminal): void {
  terminal.err(`${path}: no key of this run opens it, so that its MAC cannot be made; somebody with a key finishes the merge:\n`)
  for (const pointer of pointers) terminal.err(`  both sides changed ${pointer}\n`)
  terminal.err(`  ${finish(path)}${pointers.length > 0 ? ' --ours (or --theirs)' : ''}\n`)
}

/** Says what both sides changed. */
export function tellConflict(merged: Exclude<Merged, { state: 'merged' }>, path: string, terminal: Terminal): void {
  if (merged.state === 'conflict') {
    terminal.err(`${path}: both sides changed these values, each to another:\n`)
    for (const pointer of merged.pointers) terminal.err(`  ${pointer}\n`)
    terminal.err(`choose for all of them: ${finish(path)} --ours, or --theirs; cairn secrets set changes one afterwards\n`)
  } else {
    terminal.err(`${path}: both sides changed its key groups or what of it is encrypted; take one side (git checkout --ours or --theirs), and put in the rest with cairn secrets edit\n`)
  }
}

/** Comments are not merged. */
export function tellComments({ commentsLeft }: Extract<Merged, { state: 'merged' }>, path: string, terminal: Terminal): void {
  if (commentsLeft) terminal.err(`${path}: values are merged; comments that only the other side changed are not\n`)
}

const finish = (path: string): string => `cairn secrets merge --finish ${inShell(path)}`

/** A path as it is written on a command line. */
export const inShell = (path: string): string => (/^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`)

function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new Failure('usage', say`there is no file ${name(file)}`)
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch {
    throw new Failure('broken', say`${name(file)} cannot be written`)
  }
}
