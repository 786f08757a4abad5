import { compareText } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import type { KindListing, PrintedSchema } from '../core/schema-listing.ts'
import { bundle } from '../stages/schema-bundle/bundle.ts'
import type { Workspace } from '../workspace.ts'

const BUILT_IN = 'cairn:'

/** The kinds that there are documents or schemas of, with the file that each one's schema is in. */
export function listKinds({ discovery, schemas, config }: Workspace): readonly KindListing[] {
  const counts = new Map<string, number>(schemas.kinds.map((kind) => [kind, 0]))
  for (const { id } of discovery.documents.values()) counts.set(id.kind, (counts.get(id.kind) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => compareText(a, b)).map(([kind, documents]) => {
    const named = schemas.of(kind)?.root.document.path
    const path = named === undefined || schemas.set.root(named) === undefined ? undefined : named
    const version = config.kinds.get(kind)?.version
    return {
      kind,
      documents,
      ...(path === undefined ? {} : { schema: path, builtIn: path.startsWith(BUILT_IN) }),
      ...(version === undefined ? {} : { version }),
    }
  })
}

/**
 * The schema of a kind as it stands in its file; `resolved`: with all that it refers to.
 *
 * @throws Failure where there is no such kind, it has no schema, or the schema cannot be made one
 */
export function schemaOfKind({ schemas, discovery }: Workspace, kind: string, how: 'as-written' | 'resolved'): PrintedSchema {
  const schema = schemas.of(kind)
  // A schema that `cairn.yaml` names may be none that there is.
  if (schema === undefined || schemas.set.root(schema.root.document.path) === undefined) {
    const isKnown = [...discovery.documents.values()].some(({ id }) => id.kind === kind)
    if (isKnown) throw new Failure('usage', say`the kind ${name(kind)} has no schema`, say`write schemas/${name(kind)}.yaml, or name one in cairn.yaml`)
    const near = nearest(kind, schemas.kinds)
    throw new Failure('usage', say`there is no kind ${name(kind)}`, near === undefined ? say`cairn schema lists them` : say`did you mean ${name(near)}?`)
  }
  const { path, tree } = schema.root.document
  const files = schemas.filesOf(kind)
  if (how === 'as-written') return { path, text: tree.source.text, value: tree.value, files }
  const bundled = schema.usable ? bundle(schema.root) : { problem: say`it has errors` }
  if (bundled.problem !== undefined) throw new Failure('usage', say`${name(path)} cannot be put together with what it refers to: ${bundled.problem}`)
  return { path, value: bundled.schema, files }
}
