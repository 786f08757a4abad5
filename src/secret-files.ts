import { compareText, type Collector } from './core/collector.ts'
import type { Effective } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import type { Finding, Report } from './core/finding.ts'
import type { RuleId } from './core/rules.ts'

/** The rules after which nothing is opened for an environment: what a value belongs to is not known then. */
const GATES = ['parse/', 'link/']
/** What is wrong with these of the structure says nothing about a single environment. */
const STRUCTURE = ['parse/', 'config/', 'inherit/']

/** A file that a document is made of. */
export interface UsedFile {
  readonly path: string
  readonly encrypted: boolean
}

/** Notes, while documents are checked, which environments use encrypted files, and in which nothing may be opened. */
export class SecretFiles {
  /** By path, the environments that use it. */
  readonly #users = new Map<string, Set<string>>()
  readonly #plain = new Map<string, boolean>()
  readonly #broken = new Set<string>()
  readonly #closed = new Set<string>()
  readonly #isClosed: boolean
  #sorted: readonly string[] | undefined

  constructor(structure: Collector) {
    const isStructural = (rule: RuleId): boolean => STRUCTURE.some((group) => rule.startsWith(group))
    this.#isClosed = structure.findings().some(({ rule, severity }) => severity === 'error' && isStructural(rule))
  }

  /** Looks at a finding on its way to the collector. */
  see({ rule, severity, place, environment }: Finding): void {
    if (severity !== 'error' || !GATES.some((group) => rule.startsWith(group))) return
    if (place.in === 'span') this.#broken.add(place.source.path)
    else if (place.in === 'file') this.#broken.add(place.file)
    if (environment !== undefined) this.#closed.add(environment)
  }

  /** Looks at a document of any environment, abstract ones too. */
  use({ layers, environment }: Effective): void {
    for (const layer of layers) {
      if (layer.from === 'file') this.useFile({ path: layer.tree.source.path, encrypted: layer.encrypted }, environment)
    }
  }

  /** Looks at a file that a document of an environment is made of. */
  useFile({ path, encrypted }: UsedFile, environment: Environment): void {
    if (this.#broken.size > 0 && this.#broken.has(path)) this.#closed.add(environment.name)
    if (!encrypted) {
      this.#plain.set(path, this.#plain.get(path) === true || environment.protected)
      return
    }
    let users = this.#users.get(path)
    if (users === undefined) {
      this.#users.set(path, (users = new Set()))
      this.#sorted = undefined
    }
    users.add(environment.name)
  }

  /** The encrypted files, sorted. */
  get paths(): readonly string[] {
    return (this.#sorted ??= [...this.#users.keys()].sort(compareText))
  }

  /** The plain files, and whether a protected environment uses them. */
  get plain(): ReadonlyMap<string, boolean> {
    return this.#plain
  }

  /** Whether the structure has no errors after which nothing is known of any environment. */
  get isSound(): boolean {
    return !this.#isClosed
  }

  /** Whether an environment's secrets may be opened. */
  isOpen(environment: string): boolean {
    return !this.#isClosed && !this.#closed.has(environment)
  }

  /** Whether some environment that uses a file may open it. */
  mayOpen(path: string): boolean {
    return [...(this.#users.get(path) ?? [])].some((environment) => this.isOpen(environment))
  }

  /** The environments that use encrypted files and may not open them, sorted. */
  get closed(): readonly string[] {
    const all = new Set([...this.#users.values()].flatMap((users) => [...users]))
    return [...all].filter((environment) => !this.isOpen(environment)).sort(compareText)
  }
}

/** Shows findings to whoever decides what may be opened, on their way to the collector. */
export function watched(collector: Pick<Collector, 'report'>, secretFiles: SecretFiles): Report {
  return (found) => {
    secretFiles.see(found)
    collector.report(found)
  }
}

/** Whether a file is named as people name encrypted ones that need not be layers: certificates, key stores. */
export const hasEncryptedName = (path: string): boolean => /[^/]\.(?:sops|enc)\.[^/]+$|[^/]\.enc$/.test(path)
