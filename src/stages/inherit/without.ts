import type { DocumentSources } from '../../core/discovery.ts'
import type { Environment } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import { exists, type PresenceRule } from './exists.ts'
import { didYouMean } from '../../core/nearest.ts'
import type { SourceIndex } from './sources.ts'

export interface WithoutInput {
  readonly documents: ReadonlyMap<string, DocumentSources>
  readonly environments: ReadonlyMap<string, Environment>
  readonly rule: PresenceRule
  readonly indexOf: (document: DocumentSources) => SourceIndex
}

/** Reports every `without` that takes nothing away, and every one that a layer in its own environment contradicts. */
export function checkWithout({ documents, environments, rule, indexOf }: WithoutInput, report: Report): void {
  for (const { name: environment, lineage, definition } of environments.values()) {
    for (const { document: key, place } of definition.without) {
      const document = documents.get(key)
      if (document === undefined) {
        const message = say`there is no document ${name(key)} to be without${didYouMean(key, documents.keys())}`
        report(finding('discover/without-nothing', place, message, { environment }))
        continue
      }
      const index = indexOf(document)
      const layer = index.get(environment)?.[0]
      if (layer !== undefined) {
        const message = say`${name(environment)} has a layer of ${name(key)} itself, so the document exists there; remove one of the two`
        const related = [{ message: say`the layer`, place: inFile(layer.path) }]
        report(finding('discover/without-layer', place, message, { related, environment }))
      } else if (!exists(document, index, lineage, rule, 1)) {
        const message = say`${name(key)} does not exist in what ${name(environment)} inherits, so there is nothing to be without`
        report(finding('discover/without-nothing', place, message, { environment }))
      }
    }
  }
}
