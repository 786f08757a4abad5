import { Secret } from '../../core/opaque.ts'
import type { Pointer } from '../../core/pointer.ts'
import { problem, type Outcome, type SopsProblem } from '../../core/sops/problem.ts'
import { editSops } from '../../stages/sops/edit.ts'
import { editsBetween } from '../../stages/sops/edits-between.ts'
import { openLeaves, type OpenedFile, type SopsRun } from '../../stages/sops/open.ts'
import type { SopsFile } from '../../stages/sops/read.ts'
import { mergeDocuments, openedDocuments, type Sides } from '../../stages/sops/three-way.ts'
import { recipientsOf, refusalOf, stepFor, takeStep } from './plan.ts'
import { openSecret, proveOpens, readSecret, type Recipients, type SecretsWorld, type SecretText } from './world.ts'

/** What became of a merge. */
export type Merged =
  /** The text, its MAC made anew. */
  | { readonly state: 'merged'; readonly text: string; readonly commentsLeft: boolean }
  /** Values that both sides changed, each to another. */
  | { readonly state: 'conflict'; readonly pointers: readonly Pointer[] }
  /** Who can open the file, or what is encrypted, was changed by both sides. */
  | { readonly state: 'metadata conflict' }

/** Where values that both sides changed are taken from; `undefined`: nowhere, they are a conflict. */
export type Favour = 'ours' | 'theirs' | undefined

/**
 * Merges three states of an encrypted file with a key. All are opened and their MACs verified; values that no side
 * changed keep their ciphertext. What one side did to recipients and data key is done to the result.
 */
export async function mergeSecrets(
  sides: Sides<SecretText>,
  favour: Favour,
  world: SecretsWorld,
): Promise<Outcome<Merged>> {
  const base = sides.base && (await openSecret(sides.base, world))
  const [ours, theirs] = [await openSecret(sides.ours, world), await openSecret(sides.theirs, world)]
  if (!ours.ok) return ours
  if (!theirs.ok) return theirs
  if (base !== undefined && !base.ok) return base
  const opened = { base: base?.result.opened, ours: ours.result.opened, theirs: theirs.result.opened }
  const main = mainSide(opened, world)
  if (main === undefined) return { ok: true, result: { state: 'metadata conflict' } }
  const merged = mergeValues(opened, { main, favour, now: world.now }, world.run)
  if (!merged.ok || merged.result.state !== 'merged') return merged
  const path = sides.ours.path
  const next = nextRecipients(opened)
  if (next === undefined) return { ok: true, result: { state: 'metadata conflict' } }
  const { text } = merged.result
  const file = { ...proveOpens({ path, text }, opened[main].dataKey, world).file, path }
  const step = stepFor(file, next, mustRotate(opened, next, main, world) ? 'new' : 'kept')
  if (step === undefined) return merged
  if (refusalOf(file, step) !== undefined) return { ok: true, result: { state: 'metadata conflict' } }
  const stepped = await takeStep(step, world)
  return stepped.ok ? { ok: true, result: { ...merged.result, text: stepped.result } } : stepped
}

/**
 * Merges without a key: values are compared by their ciphertext. Only where nobody changed the keys of the file, so
 * that its data key is certainly the same on all sides.
 *
 * @param run with the keyless cipher
 * @returns a text whose MAC is none, or one of the sides where the other one changed nothing
 */
export function mergeSealed(sides: Sides<SecretText>, run: SopsRun): Outcome<Merged> {
  const { base, ours, theirs } = sides
  if (base?.text === ours.text) return whole(theirs)
  if (base?.text === theirs.text || ours.text === theirs.text) return whole(ours)
  const [read, mine, others] = [base && readSecret(base), readSecret(ours), readSecret(theirs)]
  if (!mine.ok) return mine
  if (!others.ok) return others
  if (read !== undefined && !read.ok) return read
  const files = { base: read?.result, ours: mine.result, theirs: others.result }
  if (files.base === undefined || !sameKeys(files.base, files.ours) || !sameKeys(files.base, files.theirs)) {
    return { ok: true, result: { state: 'metadata conflict' } }
  }
  const problems: SopsProblem[] = []
  const open = (file: SopsFile) => openLeaves(file, NO_KEY, run, problems)
  const opened = { base: open(files.base), ours: open(files.ours), theirs: open(files.theirs) }
  if (problems.length > 0) return { ok: false, problems }
  return mergeValues(opened, { main: 'ours', favour: undefined, now: mine.result.metadata.lastModified }, run)
}

const whole = ({ text }: SecretText): Outcome<Merged> => ({ ok: true, result: { state: 'merged', text, commentsLeft: false } })

/** The keyless cipher asks for none. */
const NO_KEY = new Secret(0, 'bytes')

interface How {
  /** The side whose text is the result's. */
  readonly main: 'ours' | 'theirs'
  readonly favour: Favour
  readonly now: string
}

function mergeValues(opened: Sides<OpenedFile>, { main, favour, now }: How, run: SopsRun): Outcome<Merged> {
  const trees = {
    base: opened.base && openedDocuments(opened.base),
    ours: openedDocuments(opened.ours),
    theirs: openedDocuments(opened.theirs),
  }
  if (trees.ours.length !== trees.theirs.length) return { ok: false, problems: [problem('not-representable')] }
  const turned = favour === 'theirs' ? { ...trees, ours: trees.theirs, theirs: trees.ours } : trees
  const { documents, conflicts } = mergeDocuments(turned, run.cipher)
  if (conflicts.length > 0 && favour === undefined) {
    return { ok: true, result: { state: 'conflict', pointers: conflicts.map((conflict) => conflict.pointer) } }
  }
  const edits = editsBetween(opened[main], documents, run.cipher)
  if (!edits.ok) return edits
  const text = editSops(opened[main], edits.result, now, run)
  if (!text.ok) return text
  const other = main === 'ours' ? opened.theirs : opened.ours
  return { ok: true, result: { state: 'merged', text: text.result, commentsLeft: commentsDiffer(opened.base, other, run) } }
}

/** Whether a side changed comments, which a merge of values leaves out. */
function commentsDiffer(base: OpenedFile | undefined, side: OpenedFile, { cipher }: SopsRun): boolean {
  const [was, is] = [base?.comments ?? [], side.comments]
  return was.length !== is.length || was.some((comment, i) => {
    const [a, b] = [comment.opened?.text, is[i]?.opened?.text]
    if (a !== undefined && b !== undefined) return !cipher.same(a, b)
    return a !== b || clearOf(comment) !== clearOf(is[i])
  })
}

function clearOf(comment: OpenedFile['comments'][number] | undefined): string {
  return comment?.comment.kind === 'comment' && typeof comment.comment.text === 'string' ? comment.comment.text : ''
}

/**
 * The side that changed what Cairn cannot change in the other one's text: the selector, keys of other types than age,
 * the data key. Ours where neither did, none where both did so differently.
 */
function mainSide({ base, ours, theirs }: Sides<OpenedFile>, { run }: SecretsWorld): How['main'] | undefined {
  const givenOf = ({ file: { metadata: { selector, macOnlyEncrypted, groups } } }: OpenedFile) => {
    const others = groups.map(({ keys }) => keys.filter(({ type }) => type !== 'age').map(({ type, name, enc }) => [type, name, enc.trim()]))
    return JSON.stringify([selector, macOnlyEncrypted, others.some((keys) => keys.length > 0) ? others : []])
  }
  const [was, mine, others] = [base && givenOf(base), givenOf(ours), givenOf(theirs)]
  if (mine !== others) return was === mine ? 'theirs' : was === others ? 'ours' : undefined
  if (base === undefined || run.cipher.same(ours.dataKey, theirs.dataKey)) return 'ours'
  return run.cipher.same(base.dataKey, ours.dataKey) ? 'theirs' : 'ours'
}

/** The recipients of the result; `undefined` where both sides changed key groups. */
function nextRecipients({ base, ours, theirs }: Sides<OpenedFile>): Recipients | undefined {
  const was = base && recipientsOf(base.file.metadata)
  const [mine, others] = [recipientsOf(ours.file.metadata), recipientsOf(theirs.file.metadata)]
  const key = ({ groups, threshold }: Recipients) =>
    JSON.stringify([groups.map((group) => [...group].sort()), threshold])
  if (key(mine) === key(others)) return mine
  if (was !== undefined && key(was) === key(mine)) return others
  if (was !== undefined && key(was) === key(others)) return mine
  const [before, own, their] = [was?.groups[0] ?? [], mine.groups[0] ?? [], others.groups[0] ?? []]
  if ([was ?? mine, mine, others].some(({ groups }) => groups.length > 1)) return undefined
  const gone = before.filter((one) => !own.includes(one) || !their.includes(one))
  const all = [...new Set([...own, ...their])].filter((one) => !gone.includes(one))
  return all.length === 0 ? undefined : { groups: [all], threshold: 1 }
}

/**
 * Where the other side made a new data key, which the result's text does not have, or somebody lost access who has had
 * the result's: it is replaced.
 */
function mustRotate(
  { base, ours, theirs }: Sides<OpenedFile>,
  next: Recipients,
  main: How['main'],
  { run }: SecretsWorld,
): boolean {
  if (base === undefined) return false
  const side = { ours, theirs }[main]
  const other = main === 'ours' ? theirs : ours
  const standing = recipientsOf(side.file.metadata).groups.flat()
  const isLosing = standing.some((one) => !next.groups.flat().includes(one))
  const isUndone = run.cipher.same(base.dataKey, side.dataKey)
  return (isLosing || isUndone) && !run.cipher.same(base.dataKey, other.dataKey)
}

function sameKeys(a: SopsFile, b: SopsFile): boolean {
  const key = ({ metadata }: SopsFile) => {
    const { groups, threshold, selector, macOnlyEncrypted } = metadata
    const keys = groups.map((group) => group.keys.map(({ type, name, enc }) => [type, name, enc.trim()]))
    return JSON.stringify([keys, threshold, selector, macOnlyEncrypted])
  }
  return key(a) === key(b)
}
