import type { Concern } from './core/concern.ts'
import { documentKey } from './core/document.ts'
import type { Linked } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import type { Report } from './core/finding.ts'
import type { Undecided } from './core/validation.ts'
import { provenanceIn } from './provenance.ts'
import { createNameCheck, type NameCheck } from './stages/refer/check.ts'
import { findCycles } from './stages/refer/cycles.ts'
import { referenceEdges, type Edge } from './stages/refer/edge.ts'
import type { NamingWorld } from './stages/refer/world.ts'
import { Subject } from './stages/validate/subject.ts'
import type { Workspace } from './workspace.ts'

/** Is told of what only a key would decide. */
type Ask = (question: Undecided) => void

/** What documents say of one another, in all environments of a workspace. */
export interface Naming {
  /** Checks the names in a document (`x-ref`), and returns the edges to the documents that they lead to. */
  readonly names: (linked: Linked, report: Report, undecided?: Ask) => readonly Edge[]
  /** The edges to the documents that its references (`${cairn:…}`) lead to. */
  readonly references: (linked: Linked) => readonly Edge[]
}

export function createNaming(workspace: Workspace): Naming {
  const files = filesOf(workspace)
  const byEnvironment = new Map<string, { readonly world: NamingWorld; readonly check: NameCheck }>()
  const inEnvironment = (environment: Environment) => {
    let known = byEnvironment.get(environment.name)
    if (known === undefined) {
      const world = worldIn(workspace, environment, files)
      byEnvironment.set(environment.name, (known = { world, check: createNameCheck(world) }))
    }
    return known
  }
  return {
    names: (linked, report, undecided) => {
      const { document, environment } = linked.effective
      const schema = workspace.schemas.of(document.kind)
      if (schema === undefined) return []
      let subject: Subject | undefined
      const about = () => (subject ??= new Subject(linked, schema.root, provenanceIn(workspace, environment)))
      return inEnvironment(environment).check(linked, schema.root, {
        report,
        spotOf: (tokens, part) => about().spotOf(tokens, part),
        isHidden: (tokens) => about().isHidden(tokens),
        ...(undecided && { undecided }),
      })
    },
    references: (linked) => {
      if (linked.references.length === 0) return []
      const { document, environment } = linked.effective
      return referenceEdges(documentKey(document), linked, inEnvironment(environment).world.exists)
    },
  }
}

/** The names in the documents of a run: checked one document at a time, the circles among them found at the end. */
export class NameRun {
  readonly #naming: Naming
  readonly #acyclic = new Map<string, Edge[]>()

  constructor(workspace: Workspace) {
    this.#naming = createNaming(workspace)
  }

  /** Checks the names in one document. Keeps nothing: the unit of work may be begun again. */
  check(linked: Linked, report: Report, undecided?: Ask): readonly Edge[] {
    return this.#naming.names(linked, report, undecided)
  }

  /** Keeps what a document says that may form no circle, once its unit of work is done. */
  add(environment: string, edges: readonly Edge[]): void {
    for (const edge of edges) {
      if (!edge.acyclic) continue
      const known = this.#acyclic.get(environment)
      if (known === undefined) this.#acyclic.set(environment, [edge])
      else known.push(edge)
    }
  }

  /** The circles in which the documents that were read name one another. */
  circles(): readonly Concern[] {
    return [...this.#acyclic].flatMap(([environment, edges]) => findCycles(edges, environment))
  }
}

/** The files of a repository, and of which documents they are layers. */
type Files = Pick<NamingWorld, 'isFile' | 'documentsAt' | 'pathsOf'>

/** Looks at all files on the first question: most repositories name no document by path. */
function filesOf({ snapshot, discovery }: Workspace): Files {
  let paths: ReadonlySet<string> | undefined
  let byPath: ReadonlyMap<string, readonly string[]> | undefined
  const known = () => (byPath ??= documentsByPath())
  return {
    isFile: (path) => (paths ??= new Set(snapshot.entries.filter(({ type }) => type !== 'submodule').map((entry) => entry.path))).has(path),
    documentsAt: (path) => known().get(path) ?? [],
    pathsOf: function* (kind) {
      for (const [path, documents] of known()) if (documents.some((key) => key.startsWith(`${kind}/`))) yield path
    },
  }

  function documentsByPath(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>()
    for (const [key, { sources }] of discovery.documents) {
      for (const { path } of sources) {
        const documents = found.get(path)
        if (documents === undefined) found.set(path, [key])
        else if (documents.at(-1) !== key) documents.push(key)
      }
    }
    return found
  }
}

function worldIn(workspace: Workspace, environment: Environment, files: Files): NamingWorld {
  const { discovery, environments, presence } = workspace
  const present = new Map<string, boolean>()
  const existsIn = (key: string, where: Environment): boolean => {
    const document = discovery.documents.get(key)
    return document !== undefined && presence.sourcesIn(document, where) !== undefined
  }
  const exists = (key: string): boolean => {
    let known = present.get(key)
    if (known === undefined) present.set(key, (known = existsIn(key, environment)))
    return known
  }
  return {
    ...files,
    environment: environment.name,
    unknownKinds: workspace.schemas.unknownKinds,
    exists,
    environmentsOf: (key) => {
      const all = [...environments.values()].filter((one) => existsIn(key, one))
      const concrete = all.filter(({ abstract }) => !abstract)
      return (concrete.length > 0 ? concrete : all).map(({ name }) => name)
    },
    namesOf: function* (kind) {
      for (const [key, { id }] of discovery.documents) if (id.kind === kind && exists(key)) yield id.name
    },
  }
}
