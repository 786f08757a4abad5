import { finding, type Report } from '../../core/finding.ts'
import { list, name, say, shown, type Message } from '../../core/message.ts'
import { nearest, NearestBudget } from '../../core/nearest.ts'
import { Opaque } from '../../core/opaque.ts'
import { KIND, kindsUnder } from '../../core/schema/allowed.ts'
import { EXTENSIONS, mayBe, type Extension } from '../../core/schema/extensions.ts'
import { schemasBelow } from '../../core/schema/keywords.ts'
import { placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import type { Uncounted } from '../../core/schema/uses.ts'
import { isMapping, type Value } from '../../core/value.ts'
import { wrongPart } from './keyword-parts.ts'
import { checkSpelling } from './spelling.ts'

/**
 * Checks the keywords that Cairn adds to JSON Schema, in one schema file: that they say what they may say
 * (`schema/keyword-value`), stand where they count (`schema/keyword-misplaced`), and are spelt right
 * (`schema/keyword-unknown`; other `x-` keywords are left alone). Of those of JSON Schema it checks the spelling.
 *
 * @param uncounted the schemas where `x-merge` does not count.
 */
export function checkKeywords(root: SchemaNode, uncounted: Uncounted, report: Report): void {
  const budget = new NearestBudget()
  for (const node of schemasBelow(root)) {
    if (!isMapping(node.schema)) continue
    for (const keyword of Object.keys(node.schema)) {
      const extension = EXTENSIONS.find((known) => known === keyword)
      if (!/^x[-_]/i.test(keyword)) checkSpelling(node, keyword, budget, report)
      else if (extension === undefined) checkExtensionSpelling(node, keyword, budget, report)
      else checkExtension(node, extension, uncounted, report)
    }
  }
}

const STEMS = EXTENSIONS.map((known) => known.slice(2))

function checkExtensionSpelling(node: SchemaNode, keyword: string, budget: NearestBudget, report: Report): void {
  const said = keyword.slice(2).toLowerCase()
  const near = STEMS.find((stem) => stem === said) ?? nearest(said, STEMS, budget)
  if (near === undefined) return
  const message = say`"${name(keyword)}" is no keyword that is known here, so it does nothing: did you mean "x-${name(near)}"?`
  report(finding('schema/keyword-unknown', placeOfSchema(node, keyword, 'key'), message))
}

function checkExtension(node: SchemaNode, keyword: Extension, uncounted: Uncounted, report: Report): void {
  const value = node.keyword(keyword) as Value
  if (value instanceof Opaque) return
  const why = misplacement(node, keyword, uncounted)
  if (!mayBe(keyword, value)) {
    const part = wrongPart(node, keyword)
    if (part !== undefined) {
      report(finding('schema/keyword-value', part.place, part.message))
      return
    }
    const given = shown(value)
    const message = say`${name(keyword)} must be ${MAY_BE[keyword]}${given === undefined ? say`` : say`, and ${given} is not`}`
    report(finding('schema/keyword-value', placeOfSchema(node, keyword), message))
  } else if (why !== undefined) {
    report(finding('schema/keyword-misplaced', placeOfSchema(node, keyword, 'key'), say`${name(keyword)} does not count here: ${why}`))
  }
}

const MAY_BE: Readonly<Record<Extension, Message>> = {
  'x-merge': say`"append", "prepend", "unique", "replace" or {key: <name>}`,
  'x-ref': say`a kind, or {kind: <kind or kinds>, by: name or path, acyclic: true or false}`,
  'x-split': say`a text of at least one character that separates the items`,
  'x-secret': say`true or false`,
  'x-unit': say`the name of a unit`,
  'x-reload': say`"hot" or "restart"`,
}

/** Why a keyword does not count where it stands. */
function misplacement(node: SchemaNode, keyword: Extension, uncounted: Uncounted): Message | undefined {
  if (node.isPlainReference) return say`in draft-07 nothing beside "$ref" does; put both into an "allOf"`
  const through = keyword === 'x-merge' ? uncounted.get(node) : undefined
  if (through !== undefined) {
    const counting = list(['properties', 'patternProperties', 'additionalProperties', 'items', '$ref', 'allOf'].map(name))
    return say`below "${name(through)}" it is not certain that it applies when layers are merged; only ${counting} may lead here`
  }
  return kindMisplacement(node, keyword)
}

function kindMisplacement(node: SchemaNode, keyword: Extension): Message | undefined {
  const allowed = kindsUnder(node)
  if (keyword === 'x-split' && (allowed & KIND.list) === 0) return say`it is for lists, and this is none`
  if (keyword === 'x-ref' && (allowed & KIND.string) === 0) return say`it is for strings, and this is none`
  if (keyword !== 'x-merge') return undefined
  if (node.keyword('x-merge') === 'replace') {
    return (allowed & (KIND.list | KIND.mapping)) === 0 ? say`it is for lists and mappings, and this is neither` : undefined
  }
  return (allowed & KIND.list) === 0 ? say`it is for lists, and this is none` : undefined
}
