import type { Collector } from '../../core/collector.ts'
import { CONFIG_FILE } from '../../core/config.ts'
import { isRulesFile } from '../../core/sops/creation-rules.ts'
import type { Workspace } from '../../workspace.ts'
import { contentsOf } from './stale.ts'

interface Known {
  readonly content: string | undefined
  readonly findings: Collector
}

/** What was found of encrypted files: it holds as long as file, `.sops.yaml`, `cairn.yaml` and day are the same. */
export class SealedFiles {
  readonly #contents: ReadonlyMap<string, string | undefined>
  /** What decides besides the file itself. */
  readonly #frame: string
  readonly #before: ReadonlyMap<string, Known>
  readonly #now = new Map<string, Known>()

  /** @param today `2027-01-31` */
  constructor(workspace: Workspace, today: string, before: SealedFiles | undefined) {
    this.#contents = contentsOf(workspace)
    const deciding = [...this.#contents].filter(([path]) => path === CONFIG_FILE || isRulesFile(path))
    this.#frame = JSON.stringify([today, deciding])
    this.#before = before !== undefined && before.#frame === this.#frame ? before.#now : new Map()
  }

  recall(path: string, isLayer: boolean): Collector | undefined {
    const known = this.#before.get(keyOf(path, isLayer))
    if (known === undefined || known.content !== this.#contents.get(path)) return undefined
    this.#now.set(keyOf(path, isLayer), known)
    return known.findings
  }

  keep(path: string, isLayer: boolean, findings: Collector): void {
    this.#now.set(keyOf(path, isLayer), { content: this.#contents.get(path), findings })
  }
}

/** Of a layer some things are told where it is parsed. */
const keyOf = (path: string, isLayer: boolean): string => `${isLayer ? 'layer' : 'other'} ${path}`
