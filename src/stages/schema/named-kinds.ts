import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { nearest, suggestion } from '../../core/nearest.ts'
import type { Place } from '../../core/place.ts'
import { documentReference } from '../../core/schema/extensions.ts'
import { schemasBelow } from '../../core/schema/keywords.ts'
import { placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { isList, isMapping, own } from '../../core/value.ts'

/**
 * Checks that each `x-ref` of a schema file names a kind that there is, and none that looks misspelt
 * (`schema/keyword-value`).
 *
 * @param known the kinds that there are documents or schemas of, or that `cairn.yaml` names
 * @returns the kinds that were reported
 */
export function checkNamedKinds(root: SchemaNode, known: ReadonlySet<string>, report: Report): ReadonlySet<string> {
  const unknown = new Set<string>()
  for (const node of schemasBelow(root)) {
    const kinds = documentReference(node.keyword('x-ref'))?.kinds ?? []
    const isMet = kinds.some((kind) => known.has(kind))
    for (const [i, kind] of kinds.entries()) {
      const near = known.has(kind) ? undefined : nearest(kind, known)
      // Of several kinds not all need to be there.
      if (known.has(kind) || (isMet && near === undefined)) continue
      unknown.add(kind)
      const message = say`there is no kind ${name(kind)} that this could name a document of${suggestion(near)}`
      report(finding('schema/keyword-value', placeOfKind(node, i), message))
    }
  }
  return unknown
}

function placeOfKind(node: SchemaNode, index: number): Place {
  const said = node.keyword('x-ref')
  const held = node.child('x-ref')
  if (!isMapping(said) || held === undefined) return placeOfSchema(node, 'x-ref')
  const kinds = isList(own(said, 'kind')) ? held.child('kind') : undefined
  return kinds === undefined ? placeOfSchema(held, 'kind') : placeOfSchema(kinds, String(index))
}
