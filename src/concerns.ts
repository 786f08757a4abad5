import type { Collector } from './core/collector.ts'
import type { Concern, DocumentSpot } from './core/concern.ts'
import { referencesAt, type Linked } from './core/effective.ts'
import { finding } from './core/finding.ts'
import { say } from './core/message.ts'
import { inEnvironment, type Place } from './core/place.ts'
import { pointer, type Tokens } from './core/pointer.ts'
import { Spots, type Provenance } from './core/spots.ts'
import { evaluate, link } from './pipeline.ts'
import { provenanceIn } from './provenance.ts'
import type { Workspace } from './workspace.ts'

/**
 * Reports what rules across documents found, each at its place: the few documents that something is found in are
 * evaluated again, one at a time, in silence, since their own findings have been reported.
 */
export async function reportConcerns(
  workspace: Workspace,
  concerns: readonly Concern[],
  collector: Collector,
): Promise<void> {
  if (concerns.length === 0) return
  const spots = await spotsOf(workspace, concerns, collector)
  const placeOf = (at: DocumentSpot): Place => spots.get(keyOf(at))?.place ?? inEnvironment(at.environment)
  for (const concern of concerns) {
    const { rule, severity, message, discreet, at, related } = concern
    const hush = discreet !== undefined && spotsIn(concern).some((spot) => spots.get(keyOf(spot))?.hidden === true)
    const extras = {
      environment: at.environment,
      related: related.map((one) => ({ message: hush ? BELONGS : one.message, place: placeOf(one.at) })),
    }
    const told = severity === undefined ? extras : { ...extras, severity }
    collector.report(finding(rule, placeOf(at), hush ? discreet : message, told))
  }
  collector.close()
}

const keyOf = ({ environment, document, tokens, part }: DocumentSpot): string =>
  [environment, document, part, pointer(tokens)].join('\u0000')

const BELONGS = say`this belongs to it`

interface Found {
  readonly place: Place
  /** Whether what stands there was taken from a document in which it may be a secret. */
  readonly hidden: boolean
}

async function spotsOf(
  workspace: Workspace,
  concerns: readonly Concern[],
  collector: Collector,
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>()
  for (const [document, spots] of byDocument(concerns)) {
    const sources = workspace.discovery.documents.get(document)
    if (sources === undefined) continue
    const wanted = new Set(spots.map(({ environment }) => environment))
    const environments = [...workspace.environments.values()].filter(({ name }) => wanted.has(name))
    await workspace.reader.whole(collector, () => {
      for (const effective of evaluate(workspace, sources, environments, () => {})) {
        const { environment } = effective
        const linked = link(workspace, effective, () => {})
        const provenance = provenanceIn(workspace, environment)
        const at = new Spots(linked, provenance)
        for (const spot of spots) {
          if (spot.environment !== environment.name) continue
          const hidden = isFromSecret(linked, spot.tokens, provenance.targetIsSecret)
          found.set(keyOf(spot), { place: at.spotOf(spot.tokens, spot.part).place, hidden })
        }
      }
    })
  }
  return found
}

function isFromSecret(
  { references }: Linked,
  tokens: Tokens,
  targetIsSecret: Required<Provenance>['targetIsSecret'],
): boolean {
  return referencesAt(references, tokens).some(({ target, tokens: at }) => {
    return target.of === 'document' && targetIsSecret(target, tokens.slice(at.length))
  })
}

function spotsIn({ at, related, shows = [] }: Concern): readonly DocumentSpot[] {
  return [at, ...related.map((one) => one.at), ...shows]
}

function byDocument(concerns: readonly Concern[]): ReadonlyMap<string, readonly DocumentSpot[]> {
  const documents = new Map<string, DocumentSpot[]>()
  for (const concern of concerns) {
    for (const spot of spotsIn(concern)) {
      const known = documents.get(spot.document)
      if (known === undefined) documents.set(spot.document, [spot])
      else known.push(spot)
    }
  }
  return documents
}
