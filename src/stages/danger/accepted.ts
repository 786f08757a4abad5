import { isAbout, type Silence } from '../../core/silence.ts'
import { silenceableOf, withoutParents, type Danger } from './found.ts'
import type { DangerInput } from './input.ts'

/** A danger, or what of it is in some of its environments, and the silence that accepts it. */
export interface Judged {
  readonly danger: Danger
  /** Absent: nobody accepts it. */
  readonly silence?: Silence
}

/** Tells what of a danger which silence accepts; what is left is told. */
export function judge(danger: Danger, silences: readonly Silence[], input: DangerInput): readonly Judged[] {
  const judged: Judged[] = []
  let left = danger
  for (const silence of silences) {
    if (!isAbout(silence, silenceableOf(left))) continue
    const environments = left.environments ?? []
    const fresh = silence.covers.of === 'files' ? environments.filter((one) => !hasTaken(one, left, input)) : []
    if (fresh.length === 0) return [...judged, { danger: left, silence }]
    if (fresh.length === environments.length) continue
    const covered = environments.filter((one) => !fresh.includes(one))
    judged.push({ danger: { ...left, environments: covered }, silence })
    left = { ...left, environments: fresh }
  }
  return [...judged, { danger: left }]
}

/**
 * Whether an environment took from the file of a danger before the change, too: who accepted something for a file knew
 * which environments it is for. A file that is new is for those that its environment was for.
 */
function hasTaken(environment: string, { document, location }: Danger, { base, head, files }: DangerInput): boolean {
  // What is not about a value is about the file itself, whoever takes from it.
  if (document === undefined || location.file === undefined || location.side === 'base') return true
  const file = withoutParents(location.file)
  if (head.ownersOf(file).size === 0) return true
  const isNew = files.some(({ path, kind }) => kind === 'added' && path === file)
  const lineage = base.environments.get(environment)?.lineage ?? []
  const owners = isNew ? head.ownersOf(file) : base.ownersOf(file)
  return owners.has(null) || lineage.some((one) => owners.has(one))
}
