import type { RenderedDocument } from '../core/results.ts'
import type { Collector } from '../core/collector.ts'
import { documentKey } from '../core/document.ts'
import { finding } from '../core/finding.ts'
import { say } from '../core/message.ts'
import { inEnvironment } from '../core/place.ts'
import { placeIn } from '../core/layer.ts'
import type { Opaque } from '../core/opaque.ts'
import { pointer, type Tokens } from '../core/pointer.ts'
import { referencesAt, type Linked } from '../core/effective.ts'
import { isList, valueAt } from '../core/value.ts'
import { evaluate, link } from '../pipeline.ts'
import { withoutOpaque } from '../stages/render/without-opaque.ts'
import type { Workspace } from '../workspace.ts'
import { selectDocuments, selectEnvironments, type Selection } from './selection.ts'

export interface RenderRun {
  readonly selection: Selection
  readonly collector: Collector
  /** Called with each document that is rendered. */
  readonly seen?: ((linked: Linked) => void) | undefined
}

/**
 * Renders the selected documents one at a time: memory follows the largest document. Abstract environments are rendered
 * only when named. Opaque leaves cannot be written; each is a finding at the place that supplies it.
 */
export async function* render(
  workspace: Workspace,
  { selection, collector, seen }: RenderRun,
): AsyncGenerator<RenderedDocument> {
  const named = (selection.environments ?? []).length > 0
  const environments = selectEnvironments(workspace, selection).filter(({ abstract }) => named || !abstract)
  for (const document of selectDocuments(workspace, selection)) {
    const rendered = await workspace.reader.whole(collector, () =>
      evaluate(workspace, document, environments, collector.report).flatMap((effective) => {
        const linked = link(workspace, effective, collector.report)
        const value = withoutOpaque(linked.value, [], (tokens, leaf) => { leftOut(linked, tokens, leaf, collector) })
        if (value === undefined) return [] // a document of which nothing is known is not there, rather than null
        seen?.(linked)
        return [{ environment: effective.environment.name, document: documentKey(effective.document), value }]
      }),
    )
    collector.close()
    yield* rendered
  }
}

function leftOut(linked: Linked, tokens: Tokens, leaf: Opaque, { report }: Collector): void {
  if (leaf.opaque === 'hole') return // what failed there has been reported
  const [reference] = referencesAt(linked.references, tokens)
  const { winner } = linked.effective.originsAt(reference?.tokens ?? tokens)
  const { environment } = linked.effective
  const place = winner === undefined ? inEnvironment(environment.name) : placeIn(winner.layer, winner.tokens, 'value')
  const list = tokens.findIndex((_, depth) => isList(valueAt(linked.value, tokens.slice(0, depth)) ?? null))
  const around = list < 0 ? say`` : say`, and so is the whole list ${pointer(tokens.slice(0, list))} that it is in`
  const message = say`${pointer(tokens)} is ${leaf.opaque} and is left out${around}: this run has no key`
  report(finding('render/sealed', place, message, { environment: environment.name }))
}
