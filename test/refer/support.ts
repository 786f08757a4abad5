import type { Finding } from '../../src/core/finding.ts'
import { pointer } from '../../src/core/pointer.ts'
import { isSecretAt, type SchemaNode } from '../../src/core/schema/schemas.ts'
import { Spots } from '../../src/core/spots.ts'
import { linkDocument } from '../../src/stages/link/link.ts'
import { createNameCheck } from '../../src/stages/refer/check.ts'
import type { Edge } from '../../src/stages/refer/edge.ts'
import type { DocumentName } from '../../src/stages/refer/names.ts'
import type { NamingWorld } from '../../src/stages/refer/world.ts'
import { worldOf, type Documents } from '../link/world.ts'
import { told } from '../merge/layers.ts'

/** Where documents and files are, besides those of `documents`. */
export interface Repository {
  /** The documents of the environment: what layers say of each, by `kind/name`. */
  readonly documents: Documents
  /** Documents that other environments have, by `kind/name`. */
  readonly elsewhere?: Readonly<Record<string, readonly string[]>>
  /** Files and the documents that they are layers of. */
  readonly files?: Readonly<Record<string, readonly string[]>>
}

export function namingWorld({ documents, elsewhere = {}, files = {} }: Repository): NamingWorld {
  const here = new Set(Object.keys(documents))
  const namesOf = (kind: string) => [...here].filter((key) => key.startsWith(`${kind}/`)).map((key) => key.slice(kind.length + 1))
  return {
    environment: 'production-eu',
    exists: (document) => here.has(document),
    unknownKinds: new Set(),
    environmentsOf: (document) => [...(here.has(document) ? ['production-eu'] : []), ...(elsewhere[document] ?? [])],
    namesOf,
    documentsAt: (path) => files[path] ?? [],
    isFile: (path) => Object.hasOwn(files, path),
    pathsOf: (kind) => Object.keys(files).filter((path) => (files[path] ?? []).some((key) => key.startsWith(`${kind}/`))),
  }
}

/** What the names in one document come to: findings as a person reads them, and edges. */
export function checked(document: string, root: SchemaNode, repository: Repository): { readonly told: string[]; readonly edges: readonly Edge[] } {
  const findings: Finding[] = []
  const world = worldOf({ documents: repository.documents })
  const effective = world.effectives.get(document)
  if (effective === undefined) throw new Error(`there is no ${document}`)
  const linked = linkDocument(effective, world, (found) => findings.push(found))
  const spots = new Spots(linked, {})
  const edges = createNameCheck(namingWorld(repository))(linked, root, {
    report: (found) => findings.push(found),
    spotOf: (tokens, part) => spots.spotOf(tokens, part),
    isHidden: (tokens) => isSecretAt(root, tokens),
  })
  return { told: told(findings), edges }
}

/** `/models/0 mixtral models`, with `key` where it is one, as tests compare names. */
export function legible({ tokens, part, text, reference: { kinds, by, acyclic } }: DocumentName): string {
  const more = [...(part === 'key' ? ['key'] : []), ...(by === 'path' ? ['by path'] : []), ...(acyclic ? ['acyclic'] : [])]
  return [pointer(tokens), text, kinds.join('|'), ...more].join(' ')
}

/** An edge from `from` to `to`, as if it stood at `/needs`. */
export function edge(from: string, to: string, more: Partial<Edge> = {}): Edge {
  return { from, to, tokens: ['needs'], part: 'value', as: 'name', acyclic: true, ...more }
}
