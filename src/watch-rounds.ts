import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { engines } from './adapters/engines.ts'
import type { RenderedFolder } from './adapters/watch/rendered-folder.ts'
import { Moved, SteadyTree } from './adapters/watch/steady-tree.ts'
import { Collector, compareText } from './core/collector.ts'
import { Failure } from './core/failure.ts'
import type { SettledFinding } from './core/finding.ts'
import { say } from './core/message.ts'
import type { Snapshot, SnapshotEntry } from './core/ports.ts'
import type { ChangedFile, RoundFiles, WatchRound } from './core/watch-round.ts'
import { openSnapshot } from './opening.ts'
import { openWorkspace } from './pipeline.ts'
import { recheck, type Rechecked, type Remains } from './queries/watch/recheck.ts'
import type { Variables } from './workspace.ts'

export interface RoundsOptions {
  /** The root of the configuration repository. */
  readonly root: string
  readonly environments: readonly string[]
  readonly variables: Variables
  /** `2027-01-31`, asked in every round. */
  readonly today: () => string
  /** Milliseconds from some moment on. */
  readonly clock: () => number
  readonly progress: (done: number, total: number) => void
  readonly tell: (round: WatchRound) => void
}

/** How often a round is begun again because files change under it. */
const ATTEMPTS = 20
const RETRY_MS = 50

/** One round after the other, each with what the one before has left. */
export class Rounds {
  readonly #options: RoundsOptions
  readonly #folder: RenderedFolder | undefined
  readonly #tree: SteadyTree
  #remains: Remains | undefined
  #findings: ReadonlyMap<string, SettledFinding> = new Map()
  #files: RoundFiles['state'] | undefined
  #today: string | undefined
  #round = 0

  constructor(options: RoundsOptions, folder: RenderedFolder | undefined) {
    this.#options = options
    this.#folder = folder
    this.#tree = new SteadyTree(options.root)
  }

  /** What was looked at last, seen from the root. */
  *files(): Generator<string> {
    for (const { path } of this.#remains?.workspace.snapshot.entries ?? []) yield path
  }

  /** The files outside of the folder that links in it lead to, as absolute paths. */
  outside(): ReadonlySet<string> {
    const { snapshot } = this.#remains?.workspace ?? {}
    const paths = new Set<string>()
    for (const { path, type } of snapshot?.entries ?? []) {
      const target = type === 'symlink' ? this.#tree.targetOf(path) : undefined
      if (target?.startsWith('../') === true) paths.add(resolve(this.#options.root, target))
    }
    return paths
  }

  /** @returns whether anything has changed */
  async next(): Promise<boolean> {
    const start = this.#options.clock()
    const before = this.#remains
    const { looked, changed } = await this.#look()
    if (looked === undefined) return false
    const files = this.#write(looked)
    const findings = new Map(looked.check.findings.map((found) => [JSON.stringify(found), found]))
    const fresh = [...findings].flatMap(([key, found]) => (this.#findings.has(key) ? [] : [found]))
    const gone = [...this.#findings].flatMap(([key, found]) => (findings.has(key) ? [] : [found]))
    const isNews = changed.length + fresh.length + gone.length > 0 || files?.state !== this.#files ||
      (files?.state === 'written' && files.written.length + files.removed.length > 0)
    this.#remains = looked.remains
    this.#findings = findings
    this.#files = files?.state
    if (before !== undefined && !isNews) return false
    const { check, evaluated } = looked
    const took = this.#options.clock() - start
    this.#options.tell({ round: ++this.#round, changed, check, evaluated, fresh, gone, took, ...(files && { files }) })
    return true
  }

  /** Looks until nothing has changed while it did. */
  async #look(): Promise<{ readonly looked?: Rechecked; readonly changed: readonly ChangedFile[] }> {
    for (let attempt = 1; ; attempt++) {
      try {
        const snapshot = this.#tree.take(openSnapshot(this.#options.root, undefined))
        if (attempt < ATTEMPTS && this.#tree.isInMotion) throw new Moved()
        const before = this.#remains?.workspace.snapshot
        const changed = before === undefined ? [] : changedFiles(before.entries, snapshot.entries)
        const today = this.#options.today()
        if (before !== undefined && changed.length === 0 && today === this.#today) return { changed }
        const looked = await this.#recheck(snapshot, today)
        this.#today = today
        return { looked, changed }
      } catch (error) {
        const isGit = error instanceof Failure && error.exit === 'broken'
        if (!(error instanceof Moved) && !(isGit && this.#round > 0)) throw error
        if (attempt >= ATTEMPTS) {
          throw isGit ? error : new Failure('broken', say`files change faster than they can be read`, say`the next change is waited for`)
        }
        await setTimeout(RETRY_MS)
      }
    }
  }

  async #recheck(snapshot: Snapshot, today: string): Promise<Rechecked> {
    const { variables, environments, progress } = this.#options
    const collector = new Collector()
    const like = this.#remains?.workspace
    const workspace = await openWorkspace({ snapshot, variables, engines, like }, collector)
    const renders = this.#folder !== undefined
    return recheck(this.#remains, { workspace, collector, environments, today, renders, progress })
  }

  #write({ files }: Rechecked): RoundFiles | undefined {
    if (this.#folder === undefined) return undefined
    return files === undefined ? { state: 'blocked' } : { state: 'written', ...this.#folder.write(files) }
  }
}

/** What has another content, by path. */
function changedFiles(before: readonly SnapshotEntry[], now: readonly SnapshotEntry[]): ChangedFile[] {
  const old = new Map(before.map((entry) => [entry.path, entry]))
  const changed: ChangedFile[] = []
  for (const { path, type, oid } of now) {
    const was = old.get(path)
    old.delete(path)
    if (was === undefined) changed.push({ path, change: 'added' })
    else if (was.type !== type || was.oid !== oid) changed.push({ path, change: 'changed' })
  }
  for (const path of old.keys()) changed.push({ path, change: 'removed' })
  return changed.sort((a, b) => compareText(a.path, b.path))
}
