import { list, name, say, type Message } from '../../core/message.ts'
import { pointer, type Pointer } from '../../core/pointer.ts'
import { rewrite } from '../../core/sops/document.ts'
import { parseEnvelope } from '../../core/sops/envelope.ts'
import type { CreationRule } from '../../core/sops/creation-rules.ts'
import type { SopsMetadata } from '../../core/sops/metadata.ts'
import { problem, type Outcome, type SopsProblem } from '../../core/sops/problem.ts'
import { keyOf } from '../../core/sops/sealed-change.ts'
import type { SopsFile } from '../../stages/sops/read.ts'
import { setKeys } from '../../stages/sops/recipients.ts'
import { rotateSops } from '../../stages/sops/rotate.ts'
import { openSecret, proveOpens, readSecret, wrapDataKey, type Recipients, type SecretsWorld, type SecretText } from './world.ts'

/** What is to be done to one file. Holds no value. */
export interface SecretStep extends Recipients {
  readonly path: string
  /** The text that it was planned from; where the file says something else by then, the step is not taken. */
  readonly base: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** Whether key groups or their threshold change. */
  readonly regrouped: boolean
  readonly dataKey: 'kept' | 'new'
  /** Values that somebody who is removed has been able to read: to be changed where they come from. */
  readonly exposed: readonly Pointer[]
}

/** A file of which nothing is done, and why. */
export interface SecretRefusal {
  readonly path: string
  readonly text: string
  readonly problems: readonly SopsProblem[]
  /** What no problem of the file says. */
  readonly reason?: Message
}

/** A file that has lost somebody since the last commit: by a run that was stopped, or by hand. */
export interface EarlierLoss {
  readonly path: string
  readonly removed: readonly string[]
  /** Values that the last commit has and that somebody who was removed has been able to read. */
  readonly exposed: readonly Pointer[]
}

/** What is to be done to many files: a plain value, to be printed, compared and refused. */
export interface SecretsPlan {
  readonly steps: readonly SecretStep[]
  /** What has to be changed elsewhere, though nothing is to be done to these files. */
  readonly earlier: readonly EarlierLoss[]
  readonly refused: readonly SecretRefusal[]
  /** Files that are as they should be. */
  readonly unchanged: readonly string[]
}

/** The age recipients of a file, by group. */
export function recipientsOf({ groups, threshold }: Pick<SopsMetadata, 'groups' | 'threshold'>): Recipients {
  const age = groups.map(({ keys }) => [...new Set(keys.flatMap(({ type, name }) => (type === 'age' ? [name] : [])))])
  return { groups: age, threshold }
}

/** Whether the keys of other types than age are those of a rule. */
export function sameOtherKeys(groups: SopsMetadata['groups'], rule: CreationRule): boolean {
  const idsOf = (keys: readonly { readonly type: string; readonly name: string }[]) => {
    return [...new Set(keys.filter(({ type }) => type !== 'age').map(keyOf))].sort()
  }
  return idsOf(groups.flatMap(({ keys }) => keys)).join('\n') === idsOf(rule.groups.flat()).join('\n')
}

/** A step that gives a file recipients; `undefined` where it has them, and keeps its data key. */
export function stepFor(
  file: SopsFile & { readonly path: string },
  wanted: Recipients,
  dataKey: SecretStep['dataKey'],
): SecretStep | undefined {
  const now = recipientsOf(file.metadata)
  const [was, is] = [new Set(now.groups.flat()), new Set(wanted.groups.flat())]
  const added = [...is].filter((recipient) => !was.has(recipient))
  const removed = [...was].filter((recipient) => !is.has(recipient))
  const regrouped = !sameGroups(now, wanted) || namesTwice(file.metadata)
  const isSame = added.length === 0 && removed.length === 0 && !regrouped
  if (isSame && dataKey === 'kept') return undefined
  const exposed = removed.length === 0 ? [] : sealedPointers(file)
  return { path: file.path, base: file.text, ...wanted, added, removed, regrouped, dataKey, exposed }
}

/** Whether a group has a recipient more than once. */
function namesTwice({ groups }: Pick<SopsMetadata, 'groups'>): boolean {
  return groups.some(({ keys }) => {
    const age = keys.flatMap(({ type, name }) => (type === 'age' ? [name] : []))
    return new Set(age).size < age.length
  })
}

/** Groups as sets, in their order: a key that moves to another group changes both. */
function sameGroups(a: Recipients, b: Recipients): boolean {
  if (a.groups.length !== b.groups.length || (a.groups.length > 1 && a.threshold !== b.threshold)) return false
  return a.groups.every((group, i) => [...group].sort().join() === [...new Set(b.groups[i])].sort().join())
}

/** The pointers of the values of a file that are encrypted; of a stream with documents of several, each once. */
export function sealedPointers({ documents }: Pick<SopsFile, 'documents'>): readonly Pointer[] {
  const found = new Set<Pointer>()
  rewrite(documents, {
    visit: ({ item, tokens }) => {
      const value = item.kind === 'leaf' ? item.value : null
      if (value !== null && 'text' in value && isValue(value.text)) found.add(pointer(tokens))
      return undefined
    },
  })
  return [...found]
}

function isValue(text: string): boolean {
  const envelope = parseEnvelope(text)
  return envelope !== undefined && envelope.type !== 'comment'
}

/**
 * Does a step: opens the file, verifies its MAC, and makes the new text, which is opened again before it is returned.
 * Writes nothing.
 */
export async function takeStep(step: SecretStep, world: SecretsWorld): Promise<Outcome<string>> {
  const secret: SecretText = { path: step.path, text: step.base }
  const found = await openSecret(secret, world)
  if (!found.ok) return found
  const { opened, keys } = found.result
  const { run, now } = world
  const isNew = step.dataKey === 'new'
  const dataKey = isNew ? world.keys.fresh() : keys.dataKey
  const parts = isNew || step.regrouped ? world.keys.share(dataKey, step.groups.length, step.threshold) : keys.shares
  const kept = isNew || step.regrouped ? undefined : opened.file.metadata
  const wrapped = await wrapMissing(kept, parts, step, world)
  if (!wrapped.ok) return wrapped
  const { file } = opened
  const made = isNew ? rotateSops(opened, { ...wrapped.result, dataKey, now }, run) : setKeys(file, wrapped.result)
  if (made.ok) proveOpens({ path: step.path, text: made.result }, dataKey, world)
  return made
}

/** Wraps the data key, for those who hold it already with the very text that they have: their lines stay. */
async function wrapMissing(
  kept: SopsMetadata | undefined,
  parts: Parameters<typeof wrapDataKey>[0],
  wanted: Recipients,
  { keys }: SecretsWorld,
): ReturnType<typeof wrapDataKey> {
  const standing = kept?.groups.map((group) => new Map(group.keys.map(({ type, name, enc }) => [type === 'age' ? name : '', enc])))
  if (standing === undefined) return wrapDataKey(parts, wanted, keys)
  const missing = wanted.groups.map((group, i) => group.filter((recipient) => standing[i]?.has(recipient) !== true))
  const wrapped = await wrapDataKey(parts, { ...wanted, groups: missing }, keys)
  if (!wrapped.ok) return wrapped
  const groups = wanted.groups.map((group, i) => {
    const fresh = new Map(wrapped.result.groups[i]?.map(({ recipient, enc }) => [recipient, enc]))
    return group.map((recipient) => ({ recipient, enc: standing[i]?.get(recipient) ?? fresh.get(recipient) ?? '' }))
  })
  return { ok: true, result: { ...wrapped.result, groups } }
}

/**
 * Why a step cannot be taken, whatever keys there are: INI files are not written, and keys of other types than age hold
 * the data key, or a share of it, which Cairn cannot replace.
 */
export function refusalOf(
  { format, metadata: { groups } }: SopsFile,
  step: SecretStep,
): Partial<Pick<SecretRefusal, 'problems' | 'reason'>> | undefined {
  if (format === 'ini') return { problems: [problem('read-only')] }
  const types = new Set(groups.flatMap(({ keys }) => keys.map(({ type }) => type)).filter((type) => type !== 'age'))
  const isShared = groups.length > 1 || step.groups.length > 1
  if (types.size === 0 || (step.dataKey === 'kept' && !isShared)) return undefined
  const named = list([...types].map((type) => name(type)))
  return step.dataKey === 'new'
    ? { reason: say`a new data key would shut out its keys of ${named}, to which Cairn cannot give it: ${name('sops rotate')} does it` }
    : { reason: say`its key groups hold keys of ${named}, whose shares Cairn cannot make anew: ${name('sops updatekeys')} does it` }
}

/** Plans a new data key for files; who can open them stays. */
export function planRotation(files: readonly SecretText[]): SecretsPlan {
  return planEach(files, (file) => stepFor(file, recipientsOf(file.metadata), 'new'))
}

/** Plans each file by itself; one that cannot be read is refused. */
export function planEach(
  files: readonly SecretText[],
  plan: (file: SopsFile & { readonly path: string }) => SecretStep | { readonly reason: Message } | undefined,
): SecretsPlan {
  const steps: SecretStep[] = []
  const refused: SecretRefusal[] = []
  const unchanged: string[] = []
  for (const { path, text } of files) {
    const read = readSecret({ path, text })
    if (!read.ok) {
      refused.push({ path, text, problems: read.problems })
      continue
    }
    const planned = plan({ ...read.result, path })
    const refusal = planned === undefined || 'reason' in planned ? planned : refusalOf(read.result, planned)
    if (planned === undefined) unchanged.push(path)
    else if (refusal !== undefined) refused.push({ path, text, problems: [], ...refusal })
    else if (!('reason' in planned)) steps.push(planned)
  }
  return { steps, earlier: [], refused, unchanged }
}
