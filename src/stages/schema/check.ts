import { finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { closureOf, MAX_APPLICABLE } from '../../core/schema/closure.ts'
import { schemasBelow } from '../../core/schema/keywords.ts'
import { placeOfSchema, type SchemaNode, type SchemaSet } from '../../core/schema/schemas.ts'
import { uncountedFrom } from '../../core/schema/uses.ts'
import { checkDefaults } from './check-defaults.ts'
import { checkIds } from './ids.ts'
import { checkKeywords } from './keywords.ts'
import { checkReferences } from './references.ts'

/**
 * Checks what the schema files of a set say beyond what a JSON Schema validator looks at: references, our own keywords,
 * defaults, identifiers, and that no pointer has more schemas than can be looked at. Findings are in the schema files.
 *
 * @param kinds the schemas of the kinds, from which `x-merge` must be reached; where they are not given, all files'.
 * @returns the paths of the files that have more than can be looked at
 */
export function checkSchemas(schemas: SchemaSet, report: Report, kinds?: Iterable<SchemaNode>): ReadonlySet<string> {
  const roots: SchemaNode[] = []
  for (const { path } of schemas.documents) {
    const root = schemas.root(path)
    if (root !== undefined) roots.push(root)
  }
  const uncounted = uncountedFrom(kinds ?? roots)
  const tooComplex = new Set<string>()
  for (const root of roots) {
    checkReferences(root, report)
    if (!checkSize(root, report)) {
      tooComplex.add(root.document.path)
      continue
    }
    checkKeywords(root, uncounted, report)
    checkDefaults(root, report)
  }
  const [first] = roots
  if (first !== undefined) checkIds(first.home, report)
  return tooComplex
}

/** Most schemas of a file that apply together with another one, counted for each of them. */
const MOST_TOGETHER = 2_000_000

/**
 * Whether the schemas of a file apply together in numbers that can be looked at, each of them and all in all. The first
 * that goes too far is reported.
 */
function checkSize(root: SchemaNode, report: Report): boolean {
  let together = 0
  for (const node of schemasBelow(root)) {
    const { nodes, cut } = closureOf([node], 'always')
    together += nodes.length
    if (!cut && together <= MOST_TOGETHER) continue
    const message = cut
      ? say`more than ${MAX_APPLICABLE} schemas apply together here, through "$ref" and "allOf": no document is validated by this schema`
      : say`the schemas of this file up to here lead to one another in more than ${MOST_TOGETHER} ways, through "$ref" and "allOf": use fewer`
    report(finding('schema/too-complex', placeOfSchema(node), message))
    return false
  }
  return true
}
