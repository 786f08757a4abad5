import { finding, type Report } from '../../core/finding.ts'
import { name, say, shown, type Message } from '../../core/message.ts'
import { NearestBudget } from '../../core/nearest.ts'
import { Opaque } from '../../core/opaque.ts'
import type { Place } from '../../core/place.ts'
import type { RuleId } from '../../core/rules.ts'
import { schemasBelow } from '../../core/schema/keywords.ts'
import { dialectOf, placeOfSchema, resolve, type SchemaNode } from '../../core/schema/schemas.ts'
import { isSchema } from '../../core/schema/types.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { SHAPES, TYPE_NAMES } from './keyword-shapes.ts'
import { findLoop } from './loops.ts'
import { nearestOf } from './words.ts'

/** Largest schema file, in UTF-16 units: several times what the largest known one has. */
const MAX_SCHEMA_LENGTH = 2_000_000

/** Most patterns of one schema. */
const MOST_PATTERNS = 1_000

/**
 * Makes the check whether a schema can validate anything: that its file, and every file that it leads to, holds what
 * JSON Schema asks for. Each file is checked once; what is wrong in it is reported in it. A `$ref` that leads nowhere
 * counts as wrong but is not reported here.
 */
export function createSchemaCheck(report: Report): (schema: SchemaNode) => boolean {
  const check = new SchemaCheck(report)
  return (schema) => check.usable(schema)
}

interface File {
  sound: boolean
  /** The files that its references lead to. */
  readonly leadsTo: Set<SchemaNode>
}

class SchemaCheck {
  readonly #report: Report
  /** By the schema that the file is as a whole. */
  readonly #files = new Map<SchemaNode, File>()
  readonly #seen = new Set<SchemaNode>()
  /** Schemas that references lead to, wherever in a file they stand. */
  readonly #open: SchemaNode[] = []

  constructor(report: Report) {
    this.#report = report
  }

  usable(schema: SchemaNode): boolean {
    const root = schema.root
    const begun = this.#files.size
    this.#open.push(root, schema)
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) this.#check(next)
    const added = [...this.#files.keys()].slice(begun)
    for (const file of added) this.#checkLoops(file)
    return this.#isSound(root)
  }

  #isSound(root: SchemaNode): boolean {
    const reached = new Set([root])
    for (const file of reached) {
      const { sound, leadsTo } = this.#fileOf(file)
      if (!sound) return false
      for (const next of leadsTo) reached.add(next)
    }
    return true
  }

  #fileOf(root: SchemaNode): File {
    let file = this.#files.get(root)
    if (file === undefined) this.#files.set(root, (file = this.#begin(root)))
    return file
  }

  #begin(root: SchemaNode): File {
    const { tree } = root.document
    const file: File = { sound: true, leadsTo: new Set() }
    const length = tree.source.text.length
    if (root.schema instanceof Opaque) file.sound = false
    else if (length > MAX_SCHEMA_LENGTH) this.#wrong(file, 'schema/too-complex', placeOfSchema(root), TOO_LONG)
    else if (!isSchema(root.schema)) this.#wrong(file, 'schema/keyword-value', placeOfSchema(root), NO_SCHEMA)
    else if (dialectOf(root.schema) === undefined) {
      this.#wrong(file, 'schema/keyword-value', placeOfSchema(root, '$schema'), UNKNOWN_DIALECT)
    }
    return file
  }

  #wrong(file: File, rule: RuleId, place: Place, message: Message): void {
    file.sound = false
    this.#report(finding(rule, place, message))
  }

  /** Checks a schema and all that is written below it. */
  #check(schema: SchemaNode): void {
    const file = this.#fileOf(schema.root)
    if (this.#seen.has(schema) || schema.document.tree.source.text.length > MAX_SCHEMA_LENGTH) return
    for (const node of schemasBelow(schema)) {
      if (this.#seen.has(node)) continue
      this.#seen.add(node)
      checkKeywords(node, (rule, place, message) => this.#wrong(file, rule, place, message))
      for (const keyword of ['$ref', '$dynamicRef']) this.#follow(node, keyword, file)
    }
  }

  #follow(node: SchemaNode, keyword: string, file: File): void {
    const reference = node.keyword(keyword)
    if (typeof reference !== 'string') return
    const target = resolve(node, reference).node
    if (target !== undefined) {
      file.leadsTo.add(target.root)
      this.#open.push(target.root, target)
    } else if (keyword === '$ref') {
      file.sound = false
    } else {
      const message = say`"${name(reference)}" leads nowhere`
      this.#wrong(file, 'schema/unknown-reference', placeOfSchema(node, keyword), message)
    }
  }

  #checkLoops(root: SchemaNode): void {
    const file = this.#fileOf(root)
    const loop = file.sound ? findLoop(root) : undefined
    if (loop === undefined) return
    const keyword = loop.keyword('$ref') === undefined ? undefined : '$ref'
    this.#wrong(file, 'schema/too-complex', placeOfSchema(loop, keyword), LOOP)
  }
}

const TOO_LONG = say`this schema has more than ${MAX_SCHEMA_LENGTH} characters and is not used`
const TOO_MANY_PATTERNS = say`these are more than ${MOST_PATTERNS} patterns, and the schema is not used: let one pattern stand for several`
const NO_SCHEMA = say`a schema is a mapping, true or false`
const LOOP = say`this leads back to itself for the same value, so validating would never end`
const UNKNOWN_DIALECT = say`this dialect is not known here: use ${name('https://json-schema.org/draft/2020-12/schema')} or ${name('http://json-schema.org/draft-07/schema')}`

type Wrong = (rule: RuleId, place: Place, message: Message) => void

function checkKeywords(node: SchemaNode, wrong: Wrong): void {
  if (!isMapping(node.schema) || node.isPlainReference) return
  for (const [keyword, value] of Object.entries(node.schema)) {
    const shape = SHAPES[node.dialect].get(keyword)
    if (shape === undefined || value instanceof Opaque) continue
    if (!shape.fits(value, node.dialect)) {
      const { node: at, value: part } = culprit(node, keyword, value)
      const given = shown(part)
      const near = keyword === 'type' && typeof part === 'string' ? meantType(part) : undefined
      const hint = near === undefined ? say`` : say`; did you mean "${name(near)}"?`
      const message = say`${name(keyword)} must be ${shape.words}${given === undefined ? say`` : say`, and ${given} is not`}${hint}`
      wrong('schema/keyword-value', at === node ? placeOfSchema(node, keyword) : placeOfSchema(at), message)
    } else if (keyword === 'pattern') {
      checkPattern(node, value as string, () => placeOfSchema(node, keyword), wrong)
    } else if (keyword === 'patternProperties') {
      checkPatterns(node, Object.keys(value as object), wrong)
    }
  }
}

/** Each of them is tried on each key of a mapping. */
function checkPatterns(node: SchemaNode, patterns: readonly string[], wrong: Wrong): void {
  if (patterns.length > MOST_PATTERNS) {
    wrong('schema/too-complex', placeOfSchema(node, 'patternProperties', 'key'), TOO_MANY_PATTERNS)
    return
  }
  const held = node.child('patternProperties')
  for (const pattern of patterns) checkPattern(node, pattern, () => placeOfSchema(held?.child(pattern) ?? node), wrong)
}

/** What other languages call the types of JSON. */
const TYPES_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['float', 'number'], ['double', 'number'], ['decimal', 'number'], ['list', 'array'], ['map', 'object'],
  ['mapping', 'object'], ['dict', 'object'], ['dictionary', 'object'], ['none', 'null'], ['nil', 'null'],
])

function meantType(text: string): string | undefined {
  return TYPES_ELSEWHERE.get(text.toLowerCase()) ?? nearestOf(text, TYPE_NAMES, new NearestBudget())
}

interface Culprit {
  readonly node: SchemaNode
  readonly value: Value
}

/** The entry of a list or mapping that makes the whole of it wrong, where it is one: it is the place to look at. */
function culprit(node: SchemaNode, keyword: string, value: Value): Culprit {
  const held = node.child(keyword)
  const whole = { node, value }
  if (held === undefined || !(isList(value) || isMapping(value))) return whole
  for (const key of Object.keys(value)) {
    const entry = held.child(key)
    if (entry === undefined || keyword === 'examples' || keyword === 'enum') continue
    const bad = keyword === 'type' ? !TYPE_NAMES.some((type) => type === entry.schema)
      : keyword === 'required' ? typeof entry.schema !== 'string'
        : keyword !== 'dependentRequired' && keyword !== 'dependencies' && !isSchema(entry.schema)
    if (bad) return { node: entry, value: entry.schema }
  }
  return whole
}

/** Only the engine can tell whether it takes a pattern; why it does not can be said for what people try. */
function checkPattern({ home }: SchemaNode, pattern: string, place: () => Place, wrong: Wrong): void {
  if (home.regexp.test(pattern, '') !== undefined) return
  const why = /\(\?<?[=!]/.test(pattern)
    ? say`look-ahead and look-behind are not supported: they can take endless time`
    : /\\[1-9]|\\k</.test(pattern)
      ? say`references back to a group are not supported: they can take endless time`
      : say`it is no regular expression of ECMA-262, or one that is too large`
  wrong('schema/keyword-value', place(), say`the pattern ${name(pattern)} cannot be used: ${why}`)
}
