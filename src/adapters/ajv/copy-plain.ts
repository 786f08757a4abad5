import { isList, isMapping, type Value } from '../../core/value.ts'
import { FORMATS } from './formats.ts'
import { isMultipleOf, isOneOf, isUnique } from './predicates.ts'
import { typeBits } from './stand-ins.ts'
import { EVALUATED, OWN, type Copied, type Write, type Writing } from './writing.ts'

const number: Write = ({ out }, value, keyword) => {
  if (typeof value === 'number') out[keyword] = value
}

const count: Write = ({ out }, value, keyword) => {
  if (isCount(value)) out[keyword] = value
}

const isCount = (value: Value | undefined): value is number => Number.isInteger(value) && (value as number) >= 0

const single: Write = (writing, _value, keyword) => {
  const copied = writing.one(keyword)
  if (copied !== undefined) writing.out[keyword] = copied
}

const list: Write = (writing, _value, keyword) => {
  const copies = writing.held(keyword)
  if (copies.length > 0) writing.out[keyword] = copies.map(([, copied]) => copied)
}

const conjunction: Write = (writing, _value, keyword) => {
  for (const [, copied] of writing.held(keyword)) writing.besides(copied)
}

const reference: Write = (writing, value, keyword) => {
  const target = typeof value === 'string' ? writing.resolve(value, keyword as '$ref' | '$dynamicRef') : undefined
  if (target !== undefined) writing.besides(writing.refer(target))
}

const names: Write = ({ out }, value, keyword) => {
  if (isNames(value)) out[keyword] = [...new Set(value)]
}

function isNames(value: Value | undefined): value is readonly string[] {
  return isList(value) && value.every((name) => typeof name === 'string')
}

/** Keywords of 2020-12 that draft-07 ignores. */
const since2020 = (write: Write): Write => (writing, value, keyword) => {
  if (writing.node.dialect !== 'draft-07') write(writing, value, keyword)
}

const properties: Write = (writing, _value, keyword) => {
  const copies: Record<string, Copied> = {}
  for (const [key, copied] of writing.held(keyword)) {
    // ajv leaves this one out of `properties`.
    if (key === '__proto__') addPattern(writing, '^__proto__$', copied)
    else copies[key] = copied
  }
  writing.out[keyword] = copies
}

const patternProperties: Write = (writing, _value, keyword) => {
  const { regexp } = writing.node.home
  for (const [pattern, copied] of writing.held(keyword)) {
    if (regexp.test(pattern, '') !== undefined) addPattern(writing, pattern, copied)
  }
}

function addPattern({ out }: Writing, pattern: string, copied: Copied): void {
  const patterns = (out['patternProperties'] ??= {}) as Record<string, Copied>
  const other = patterns[pattern]
  patterns[pattern] = other === undefined ? copied : { allOf: [other, copied] }
}

const pattern: Write = ({ out, node }, value) => {
  if (typeof value === 'string' && node.home.regexp.test(value, '') !== undefined) out['pattern'] = value
}

const multipleOf: Write = ({ out }, value, keyword) => {
  if (typeof value === 'number' && value > 0) out[OWN + keyword] = isMultipleOf(value)
}

const format: Write = ({ out }, value) => {
  if (typeof value === 'string' && FORMATS.has(value)) out['format'] = value
}

const type: Write = ({ out }, value) => {
  const named = isList(value) ? value : [value]
  if (named.length > 0 && named.every((name) => typeBits(name) !== 0)) out['type'] = [...new Set(named)]
}

const items: Write = (writing, value, keyword) => {
  if (!isList(value)) rest(writing, value, keyword)
  else if (value.length > 0) writing.out['prefixItems'] = writing.held(keyword).map(([, copied]) => copied)
}

/** In draft-07 what follows a list of `items`; without such a list it says nothing. */
const additionalItems: Write = (writing, value, keyword) => {
  if (isList(writing.node.keyword('items'))) rest(writing, value, keyword)
}

/** What is asked of the items that have no schema of their own. Where none are allowed, that is one mistake. */
const rest: Write = (writing, value, keyword) => {
  const before = writing.node.keyword(keyword === 'items' ? 'prefixItems' : 'items')
  const copied = writing.one(keyword)
  if (value === false) writing.besides({ maxItems: isList(before) ? before.length : 0 }, keyword)
  else if (copied !== undefined) writing.out['items'] = copied
}

const contains: Write = (writing, _value, keyword) => {
  const copied = writing.one(keyword)
  if (copied !== undefined) Object.assign(writing.out, { contains: copied }, containsLimits(writing))
}

/** `minContains` and `maxContains`, where they count. */
export function containsLimits({ node }: Writing): { readonly minContains?: number; readonly maxContains?: number } {
  if (node.dialect === 'draft-07') return {}
  const min = node.keyword('minContains')
  const max = node.keyword('maxContains')
  return { ...(isCount(min) ? { minContains: min } : {}), ...(isCount(max) ? { maxContains: max } : {}) }
}

const dependentRequired: Write = (writing, value, keyword) => {
  if (!isMapping(value)) return
  const required: Record<string, readonly string[]> = {}
  for (const key of Object.keys(value)) {
    const needed = value[key]
    if (key !== '__proto__' && isNames(needed)) required[key] = [...new Set(needed)]
  }
  writing.besides({ dependentRequired: required }, keyword)
}

const dependentSchemas: Write = (writing, _value, keyword) => {
  const schemas: Record<string, Copied> = {}
  for (const [key, copied] of writing.held(keyword)) if (key !== '__proto__') schemas[key] = copied
  writing.besides({ dependentSchemas: schemas }, keyword)
}

const dependencies: Write = (writing, value, keyword) => {
  dependentRequired(writing, value, keyword)
  dependentSchemas(writing, value, keyword)
}

const condition: Write = (writing, _value, keyword) => {
  const tried = writing.one(keyword)
  if (tried === undefined) return
  writing.out['if'] = tried
  for (const clause of ['then', 'else']) {
    const copied = writing.one(clause)
    if (copied !== undefined) writing.out[clause] = copied
  }
}

const unevaluated: Write = (writing, _value, keyword) => {
  const copied = writing.one(keyword)
  if (copied !== undefined) Object.assign(writing.out, { [OWN + keyword]: copied, [EVALUATED]: writing.evaluation() })
}

export const PLAIN: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['$ref', reference],
  ['$dynamicRef', since2020(reference)],
  ['allOf', conjunction],
  ['anyOf', list],
  ['oneOf', list],
  ['not', single],
  ['if', condition],
  ['type', type],
  ['enum', ({ out }, value) => { if (isList(value)) out[`${OWN}enum`] = isOneOf(value) }],
  ['const', ({ out }, value) => { out[`${OWN}const`] = isOneOf([value]) }],
  ['maximum', number],
  ['minimum', number],
  ['exclusiveMaximum', number],
  ['exclusiveMinimum', number],
  ['multipleOf', multipleOf],
  ['minLength', count],
  ['maxLength', count],
  ['pattern', pattern],
  ['format', format],
  ['prefixItems', since2020(list)],
  ['items', items],
  ['additionalItems', additionalItems],
  ['contains', contains],
  ['minItems', count],
  ['maxItems', count],
  ['uniqueItems', ({ out }, value) => { if (value === true) out[`${OWN}uniqueItems`] = isUnique }],
  ['unevaluatedItems', since2020(unevaluated)],
  ['properties', properties],
  ['patternProperties', patternProperties],
  ['additionalProperties', single],
  ['unevaluatedProperties', since2020(unevaluated)],
  ['propertyNames', single],
  ['required', names],
  ['minProperties', count],
  ['maxProperties', count],
  ['dependentRequired', since2020(dependentRequired)],
  ['dependentSchemas', since2020(dependentSchemas)],
  ['dependencies', dependencies],
  ['deprecated', ({ out }, value) => { if (value === true) out[`${OWN}deprecated`] = true }],
])
