import type { Collector } from '../core/collector.ts'
import { documentKey } from '../core/document.ts'
import type { Linked } from '../core/effective.ts'
import type { Environment } from '../core/environment.ts'
import { locate, type Place } from '../core/place.ts'
import { pointer } from '../core/pointer.ts'
import type { DependentDocument, DependentsResult } from '../core/results.ts'
import { Spots } from '../core/spots.ts'
import { evaluate, link } from '../pipeline.ts'
import { provenanceIn } from '../provenance.ts'
import { dependentsOf, type Dependent } from '../stages/refer/dependents.ts'
import type { Edge } from '../stages/refer/edge.ts'
import type { Workspace } from '../workspace.ts'
import { edgesIn } from './edges.ts'
import { absent } from './explain.ts'
import { documentNamed, environmentNamed } from './selection.ts'

export interface DependentsQuestion {
  readonly environment: string
  /** `kind/name`. */
  readonly document: string
}

/**
 * Who depends on a document in an environment, directly and through others, by name (`x-ref`) or by reference
 * (`${cairn:…}`), and where each says so. Every document of the environment is read.
 */
export async function dependents(
  workspace: Workspace,
  question: DependentsQuestion,
  collector: Collector,
): Promise<DependentsResult> {
  const environment = environmentNamed(workspace, question.environment)
  const asked = documentNamed(workspace, question.document)
  if (workspace.presence.sourcesIn(asked, environment) === undefined) throw absent(workspace, question)
  const document = documentKey(asked.id)
  const found: DependentDocument[] = []
  for (const dependent of dependentsOf(await edgesIn(workspace, environment, collector), document)) {
    const placed = () => withPlaces(workspace, environment, dependent)
    found.push(await workspace.reader.whole(collector, placed))
  }
  return {
    snapshot: workspace.snapshot.label,
    environment: environment.name,
    document,
    dependents: found,
    findings: collector.findings(),
  }
}

/** Looks at a document again, in silence, to tell the places at which it speaks of another. */
function withPlaces(
  workspace: Workspace,
  environment: Environment,
  { document, way, edges }: Dependent,
): DependentDocument {
  const [effective] = evaluate(workspace, documentNamed(workspace, document), [environment], () => {})
  if (effective === undefined) return { document, way, references: [] }
  const linked = link(workspace, effective, () => {})
  const spots = new Spots(linked, provenanceIn(workspace, environment))
  const placeOf = (edge: Edge) => placeOfReference(edge, linked) ?? spots.spotOf(edge.tokens, edge.part).place
  const references = edges.map((edge) => {
    return { pointer: pointer(edge.tokens), as: edge.as, location: locate(placeOf(edge)) }
  })
  return { document, way, references }
}

/** The reference itself, in a text that may hold others. */
function placeOfReference({ as, to, tokens }: Edge, { references }: Linked): Place | undefined {
  if (as !== 'reference') return undefined
  const at = pointer(tokens)
  const leads = references.find(
    ({ target, tokens: there }) => target.of === 'document' && target.document === to && pointer(there) === at,
  )
  return leads?.place
}
