import { Collector } from '../core/collector.ts'
import type { FileChange } from '../core/danger.ts'
import { Failure } from '../core/failure.ts'
import { inBase, locate } from '../core/place.ts'
import type { FileHistory } from '../core/ports.ts'
import { ruleFor } from '../core/sops/creation-rules.ts'
import { ENVELOPE_START } from '../core/sops/envelope.ts'
import { keyOf, mayBeSealed, type Allowed, type SealedChange } from '../core/sops/sealed-change.ts'
import type { SealedFile } from '../core/sops/sealed-file.ts'
import { Source } from '../core/source.ts'
import { readRules, rulesOf, type RulesByFolder } from '../secret-rules.ts'
import { mayBeOurs, readEncrypted } from '../secrets.ts'
import type { ChangedText } from '../stages/danger/input.ts'
import { leftOut } from '../stages/secrets/check-leaves.ts'
import type { Workspace } from '../workspace.ts'
import { olderIn } from './older.ts'
import { usesOf } from './secrets/status.ts'

/** Files of which history is looked at, for one change. */
const MOST_WITH_HISTORY = 200

/** What Git knows of files at a commit and before it. */
export type AskHistory = (commit: string, paths: readonly string[]) => Promise<FileHistory>

export interface SealedChangesInput {
  readonly base: Workspace
  readonly head: Workspace
  readonly files: readonly FileChange[]
  readonly texts: readonly ChangedText[]
  /** Absent: history is not looked at. */
  readonly history?: AskHistory
}

export interface SealedChanges {
  readonly changes: readonly SealedChange[]
  /** Of how many files history is not known as far as it goes back, and why. */
  readonly unknown?: { readonly files: number; readonly because: 'cut off' | 'too many' }
}

/** What a change does to encrypted files, judged by what the base says of who may open them. */
export async function sealedChanges(input: SealedChangesInput): Promise<SealedChanges> {
  const { base, head, texts, history } = input
  const isOurs = [base, head].map(mayBeOurs)
  const layers = new Set([...base.discovery.files, ...head.discovery.files])
  const candidates = texts.filter(({ source: { path, text }, before = '' }) => {
    if (!mayBeSealed(text) && !mayBeSealed(before)) return false
    return layers.has(path) || isOurs.some((one) => one(path))
  })
  if (candidates.length === 0) return { changes: [] }
  const found = await read(candidates, input)
  const sealed = found.filter(({ after }) => after !== undefined)
  if (history === undefined || sealed.length === 0) return { changes: found }
  const asked = sealed.slice(0, MOST_WITH_HISTORY).map(({ path }) => path)
  const known = await withOlder(found, () => history(base.snapshot.label, asked))
  if (!known.isWhole) return { changes: known.changes, unknown: { files: sealed.length, because: 'cut off' } }
  const left = sealed.length - asked.length
  return left === 0 ? { changes: known.changes } : { changes: known.changes, unknown: { files: left, because: 'too many' } }
}

interface WithOlder {
  readonly changes: readonly SealedChange[]
  readonly isWhole: boolean
}

/** History that a partial clone cannot fetch is history that is not known. */
async function withOlder(found: readonly SealedChange[], history: () => Promise<FileHistory>): Promise<WithOlder> {
  try {
    const past = await history()
    const changes = found.map((change) => {
      const older = olderIn(change, past)
      return older === undefined ? change : { ...change, older }
    })
    return { changes, isWhole: past.isWhole }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { changes: found, isWhole: false }
  }
}

/** What is wrong with files and rules has findings of its own. */
async function read(texts: readonly ChangedText[], { base, head, files }: SealedChangesInput): Promise<SealedChange[]> {
  const quiet = new Collector()
  const rules = await readRules(base, quiet)
  const kinds = new Map(files.map(({ path, kind }) => [path, kind]))
  const paths = new Set(texts.map(({ source }) => source.path))
  const uses = usesOf(head, (path) => paths.has(path))
  const isLayer = new Set(head.discovery.files)
  return head.reader.whole(quiet, () => texts.flatMap(({ source, before: text }) => {
    const { path } = source
    const before = text === undefined ? undefined : sealedIn(new Source(path, text))
    const after = sealedIn(source)
    if (before === undefined && after === undefined) return []
    const { goRegexp } = head.engines
    const allowed = allowedBy({ base, rules }, path)
    return [{
      path,
      kind: kinds.get(path) ?? 'changed',
      ...(before && { before }),
      ...(after && { after }),
      inClear: after === undefined && !isLayer.has(path) && !source.text.includes(ENVELOPE_START),
      environments: uses.get(path) ?? [],
      ...(allowed && { allowed }),
      leftOut: before === undefined || after === undefined ? [] : leftOut(after, before.metadata.selector, goRegexp),
    }]
  }))
}

function sealedIn(source: Source): SealedFile | undefined {
  const file = readEncrypted(source, () => undefined)
  return file && { source, ...file }
}

/** Whom the base's rule for a file names; where no rule covers it, whom the base knows at all. */
function allowedBy(
  { base, rules }: { readonly base: Workspace; readonly rules: RulesByFolder },
  path: string,
): Allowed | undefined {
  const ruled = rulesOf(path, rules)
  const rule = ruled && ruleFor(ruled.rules, ruled.below, base.engines.goRegexp)
  if (rule !== undefined) return { keys: new Set(rule.groups.flat().map(keyOf)), rule: inBase(locate(rule.keysPlace)) }
  const { recipients } = base.config
  const keys = new Set(Array.from(recipients.values(), ({ recipient }) => keyOf({ type: 'age', name: recipient })))
  const all = [...rules.values()].flatMap((one) => one.rules ?? [])
  for (const key of all.flatMap(({ groups }) => groups.flat())) keys.add(keyOf(key))
  return keys.size === 0 ? undefined : { keys }
}
