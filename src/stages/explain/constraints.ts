import type { Constraint } from '../../core/explanation.ts'
import { locate } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { applicable, placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, own, put, type MutableMapping, type Value } from '../../core/value.ts'

/** Keywords that say something of a value itself; those that hold schemas are asked below it. */
const TELLING = [
  'description', 'type', 'const', 'enum', 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf',
  'minLength', 'maxLength', 'pattern', 'format', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties',
  'required', 'default', 'deprecated', 'x-unit', 'x-reload', 'x-merge', 'x-split', 'x-ref', 'x-secret',
]

/** What the schemas that certainly apply at a pointer of a document ask of the value there. */
export function constraintsAt(root: SchemaNode, tokens: Tokens, value: Value): Constraint[] {
  const constraints: Constraint[] = []
  for (const node of applicable(root, tokens, value)) {
    if (!isMapping(node.schema)) continue
    const keywords: MutableMapping = {}
    for (const keyword of TELLING) {
      const said = own(node.schema, keyword)
      if (said !== undefined) put(keywords, keyword, said)
    }
    if (Object.keys(keywords).length > 0) constraints.push({ location: locate(placeOfSchema(node)), keywords })
  }
  return constraints
}
