import type { Collector } from '../../core/collector.ts'
import { documentKey } from '../../core/document.ts'
import type { PublicationFile } from '../../core/publication.ts'
import type { CheckResult } from '../../core/results.ts'
import type { Workspace } from '../../workspace.ts'
import type { CheckMemory } from '../check-memory.ts'
import { check } from '../check.ts'
import { publishedEnvironments } from '../publish/publication.ts'
import { selectEnvironments } from '../selection.ts'
import { SealedFiles } from './sealed-files.ts'
import { renderedFiles, Rendering, type Rendered } from './rendering.ts'
import { contentsOf, FileNames, staleDocuments, type Remembered } from './stale.ts'

/** What a round leaves behind for the next one: as large as the repository, however many rounds there were. */
export interface Remains {
  readonly workspace: Workspace
  readonly documents: ReadonlyMap<string, Remembered & { readonly rendered?: Rendered }>
  readonly names: FileNames
  readonly sealed: SealedFiles
}

export interface RecheckRun {
  readonly workspace: Workspace
  /** What is wrong with the structure. */
  readonly collector: Collector
  /** `--environment`; empty for all. */
  readonly environments: readonly string[]
  /** `2027-01-31`, for how old secrets are. */
  readonly today: string
  /** Whether files are wanted. */
  readonly renders: boolean
  readonly progress?: (done: number, total: number) => void
}

export interface Rechecked {
  readonly check: CheckResult
  /** The files of all environments; absent where none are wanted, or an error blocks them as it would a publication. */
  readonly files?: readonly PublicationFile[]
  /** How many documents were evaluated. */
  readonly evaluated: number
  readonly remains: Remains
}

/**
 * Checks a repository and renders what it would publish, and does again only what may have changed since an earlier
 * round. The answer is that of a check without a memory: what is remembered is put in where that would come to it.
 */
export async function recheck(before: Remains | undefined, run: RecheckRun): Promise<Rechecked> {
  const { workspace, collector, today } = run
  const names = before?.names ?? new FileNames()
  const old = before?.documents ?? new Map<string, never>()
  const stale = before === undefined
    ? 'all'
    : await staleDocuments({ before: before.workspace, now: workspace, remembered: old, names })
  const sealed = new SealedFiles(workspace, today, before?.sealed)
  const keys = new Map<string, Remembered & { readonly rendered?: Rendered }>()
  const memory: CheckMemory = {
    recallFile: (path, isLayer) => sealed.recall(path, isLayer),
    keepFile: (path, isLayer, findings) => { sealed.keep(path, isLayer, findings) },
    recall: ({ id }) => {
      const key = documentKey(id)
      const known = stale === 'all' || stale.has(key) ? undefined : old.get(key)
      if (known !== undefined) keys.set(key, known)
      return known?.said
    },
    keep: ({ id }, said) => { keys.set(documentKey(id), { said, looked: NONE }) },
  }
  const environments = run.renders ? renderedEnvironments(run) : []
  const rendering = new Rendering(workspace, environments)
  let evaluated = 0
  const counted: CheckMemory = { ...memory, keep: (document, said) => { evaluated++; memory.keep(document, said) } }
  const checked = await check(workspace, {
    selection: { environments: run.environments },
    collector,
    today,
    memory: counted,
    ...(run.progress && { progress: run.progress }),
    seen: (linked) => { rendering.add(linked) },
  })
  for (const [key, rendered] of await rendering.finish()) {
    const { said } = keys.get(key) as Remembered
    keys.set(key, { said, looked: rendered.looked, rendered })
  }
  const files = filesOf(run, environments, keys)
  names.keep(contentsOf(workspace))
  const findings = collector.findings()
  const isBlocked = !run.renders || findings.some(({ severity }) => severity === 'error')
  const remains = { workspace, documents: keys, names, sealed }
  return { check: { ...checked, findings }, evaluated, remains, ...(isBlocked ? {} : { files }) }
}

const NONE: ReadonlySet<string> = new Set()

function filesOf(
  { workspace, collector, renders }: RecheckRun,
  environments: readonly string[],
  documents: Remains['documents'],
): PublicationFile[] {
  if (!renders) return []
  const rendered = new Map<string, Rendered>()
  for (const [key, one] of documents) if (one.rendered !== undefined) rendered.set(key, one.rendered)
  const { documents: all } = workspace.discovery
  return renderedFiles({ workspace, environments, documents: all.values(), rendered, collector })
}

/** The environments that are published, of those that are asked for. */
function renderedEnvironments({ workspace, environments }: RecheckRun): string[] {
  const published = publishedEnvironments(workspace, { environments: [] })
  const asked = new Set(selectEnvironments(workspace, { environments }).map(({ name }) => name))
  return published.filter((name) => asked.has(name))
}
