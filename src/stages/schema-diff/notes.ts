import { say, name } from '../../core/message.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, type Value } from '../../core/value.ts'
import { spots, type Difference, type Sides } from './difference.ts'
import { distinct, type Distinct } from './distinct.ts'
import { CHECKED_FORMATS } from './texts.ts'
import type { Spot, View } from './view.ts'

/** What only people and their editors read. */
const NOTES = [
  'title', 'description', 'examples', '$comment', 'readOnly', 'writeOnly', 'contentEncoding', 'contentMediaType', '$schema',
  'discriminator',
] as const

/** What changes of what a schema says for people. `deprecated` warns, so that it is more (SemVer 2.0.0 §7). */
export function tellNotes({ base, head }: Sides): readonly Difference[] {
  const differences: Difference[] = []
  for (const keyword of NOTES) {
    const [before, after] = [said(base, keyword), said(head, keyword)]
    if (areEqual(before.values, after.values)) continue
    const verb = before.spot === undefined ? say`is new` : after.spot === undefined ? say`is gone` : say`changes`
    differences.push({ level: 'patch', keyword, message: say`the ${name(keyword)} ${verb}`, ...spots(before.spot, after.spot) })
  }
  return [...differences, ...tellDeprecation(base, head), ...tellFormats(base, head)]
}

interface Said {
  readonly values: Distinct
  readonly spot: Spot | undefined
}

function said(view: View, keyword: string): Said {
  const values: Value[] = []
  let spot: Spot | undefined
  for (const node of view.nodes) {
    const value = keyword === '$schema' ? dialectOf(node) : node.keyword(keyword)
    if (value === undefined) continue
    values.push(value)
    spot ??= { node, keyword }
  }
  return { values: distinct(values), spot }
}

/** Of a document as a whole only. */
function dialectOf(node: SchemaNode): Value | undefined {
  return node.above === undefined && isMapping(node.schema) ? node.dialect : undefined
}

function areEqual(one: Distinct, other: Distinct): boolean {
  return one.values.length === other.values.length && one.values.every(other.has)
}

function tellDeprecation(base: View, head: View): readonly Difference[] {
  const keyword = 'deprecated'
  const [before, after] = [base, head].map(({ nodes }) => nodes.find((node) => node.keyword(keyword) === true))
  if ((before === undefined) === (after === undefined)) return []
  if (after !== undefined) return [{ level: 'minor', keyword, message: say`it is deprecated now: documents that have it get a warning`, head: { node: after, keyword } }]
  return [{ level: 'patch', keyword, message: say`it is no longer deprecated`, ...spots(before && { node: before, keyword }, undefined) }]
}

function tellFormats(base: View, head: View): readonly Difference[] {
  const unchecked = ({ nodes }: View) => nodes.filter((node) => typeof node.keyword('format') === 'string' && !CHECKED_FORMATS.has(node.keyword('format') as string))
  const [before, after] = [unchecked(base), unchecked(head)]
  const values = (nodes: readonly SchemaNode[]) => distinct(nodes.map((node) => node.keyword('format') as Value))
  if (areEqual(values(before), values(after))) return []
  const spot = ([node]: readonly SchemaNode[]) => node && { node, keyword: 'format' }
  return [{ level: 'patch', keyword: 'format', message: say`a format that is not checked changes`, ...spots(spot(before), spot(after)) }]
}
