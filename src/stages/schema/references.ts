import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { schemasBelow } from '../../core/schema/keywords.ts'
import { placeOfSchema, resolve, type ReferenceProblem, type SchemaNode } from '../../core/schema/schemas.ts'

/** Checks that each `$ref` and `$dynamicRef` of a schema file leads to a schema (`schema/unknown-reference`). */
export function checkReferences(root: SchemaNode, report: Report): void {
  for (const node of schemasBelow(root)) {
    for (const keyword of ['$ref', '$dynamicRef']) {
      const reference = node.keyword(keyword)
      if (typeof reference !== 'string') continue
      const resolution = resolve(node, reference)
      if (resolution.problem === undefined) continue
      const { problem, nearest } = resolution
      const message = say`"${name(reference)}" leads nowhere: ${WHY[problem]}${hintFor(problem, nearest)}`
      report(finding('schema/unknown-reference', placeOfSchema(node, keyword), message))
    }
  }
}

function hintFor(problem: ReferenceProblem, nearest: string | undefined): Message {
  if (nearest !== undefined) return say`; did you mean "${name(nearest)}"?`
  if (problem !== 'no-document') return say``
  return say`; schemas are the files of schemas/, those that cairn.yaml names for kinds, and the built-in ones`
}

const WHY: Readonly<Record<ReferenceProblem, Message>> = {
  'remote': say`no schema here has that "$id", and nothing is fetched`,
  'no-document': say`there is no such schema file and no such built-in`,
  'no-anchor': say`the schema has no such "$anchor"`,
  'no-place': say`nothing is there`,
  'no-schema': say`what is there is no schema`,
}
