import { heldBy } from '../../core/schema/keywords.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { isList } from '../../core/value.ts'
import { containsLimits } from './copy-plain.ts'
import { FORMATS } from './formats.ts'
import { otherMode, type Mode } from './mode.ts'
import { equalsOneOf, isCertainlyUnique, isKnown, isMaybeUnique, isOfType } from './predicates.ts'
import { NUMBER, typeBits, TYPES } from './stand-ins.ts'
import { OWN, type Copied, type Write, type Writing } from './writing.ts'

/**
 * What keywords ask where values may hold stand-ins (`Mode`). A keyword that negates or counts asks one mode for the
 * other: whether `not` may hold depends on whether what it negates must.
 */
export const AWARE: ReadonlyMap<string, Write> = new Map<string, Write>([
  ['type', type],
  ['enum', ({ out, mode }, value) => { if (isList(value)) out[`${OWN}enum`] = equalsOneOf(value, certainty(mode)) }],
  ['const', ({ out, mode }, value) => { out[`${OWN}const`] = equalsOneOf([value], certainty(mode)) }],
  ['uniqueItems', ({ out, mode }, value) => {
    if (value === true) out[`${OWN}uniqueItems`] = mode === 'may' ? isMaybeUnique : isCertainlyUnique
  }],
  ['not', negation],
  ['oneOf', exactlyOne],
  ['if', condition],
  ['contains', contains],
])

const certainty = (mode: Mode): 'maybe' | 'certainly' => (mode === 'may' ? 'maybe' : 'certainly')

function type({ out, mode }: Writing, value: unknown): void {
  const bits = bitsOfType(value)
  if (bits !== 0) out[`${OWN}type`] = isOfType(bits, certainty(mode))
}

/** The bits of a `type`; 0 where it does not hold what it should. */
function bitsOfType(value: unknown): number {
  const named: readonly unknown[] = Array.isArray(value) ? value : [value]
  let bits = 0
  for (const name of named) {
    if (typeBits(name) === 0) return 0
    bits |= typeBits(name)
  }
  return bits
}

function negation(writing: Writing): void {
  const negated = onlyHeld(writing, 'not')
  if (negated !== undefined) writing.besides({ not: writing.refer(negated, otherMode(writing.mode)) }, 'not')
}

/** May: at least one may, at most one must. Must: at least one must, at most one may. */
function exactlyOne(writing: Writing): void {
  const branches = heldBy(writing.node, 'oneOf').map(([, node]) => node)
  if (branches.length === 0) return
  writing.besides({ anyOf: writing.held('oneOf').map(([, copied]) => copied) }, 'oneOf')
  writing.besides({ [`${OWN}atMostOne`]: branches.map((node) => writing.refer(node, otherMode(writing.mode))) }, 'oneOf')
}

/** While it is open whether the condition holds, may: either clause; must: both. */
function condition(writing: Writing): void {
  const tried = onlyHeld(writing, 'if')
  if (tried === undefined) return
  const clause = (keyword: string): Copied => {
    const node = onlyHeld(writing, keyword)
    return node === undefined ? true : writing.refer(node)
  }
  const [then, otherwise] = [clause('then'), clause('else')]
  const ways: Copied[] = [
    { allOf: [writing.refer(tried), then] },
    { allOf: [{ not: writing.refer(tried, otherMode(writing.mode)) }, otherwise] },
  ]
  if (writing.mode === 'must') ways.push({ allOf: [then, otherwise] })
  writing.besides({ anyOf: ways }, 'if')
}

/** May: enough items may fit, not too many must. Must: enough must, not too many may. */
function contains(writing: Writing): void {
  const node = onlyHeld(writing, 'contains')
  if (node === undefined) return
  const { minContains = 1, maxContains } = containsLimits(writing)
  writing.besides({ contains: writing.refer(node), minContains }, 'contains')
  if (maxContains === undefined) return
  writing.besides({ contains: writing.refer(node, otherMode(writing.mode)), minContains: 0, maxContains }, 'contains')
}

function onlyHeld({ node }: Writing, keyword: string): SchemaNode | undefined {
  return heldBy(node, keyword).map(([, held]) => held)[0]
}

/** What can only be judged of a known value, by the types that it speaks of. */
const ASKING: readonly (readonly [bits: number, keywords: readonly string[]])[] = [
  [TYPES.string, ['minLength', 'maxLength', 'pattern', 'format']],
  [NUMBER, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'format']],
  [TYPES.array, [
    'minItems', 'maxItems', 'uniqueItems', 'prefixItems', 'items', 'additionalItems', 'contains', 'unevaluatedItems',
  ]],
  [TYPES.object, [
    'required', 'properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'minProperties',
    'maxProperties', 'dependentRequired', 'dependentSchemas', 'dependencies', 'unevaluatedProperties',
  ]],
]

/** Must: a leaf of unknown content may break whatever is asked of values of a type that it may have. */
export function askForKnown(writing: Writing): void {
  const allowed = bitsOfType(writing.node.keyword('type')) || ~0
  let unknown = 0
  let first: string | undefined
  for (const [bits, keywords] of ASKING) {
    const asking = (bits & allowed) === 0 ? undefined : keywords.find((keyword) => asks(writing, keyword, bits))
    if (asking === undefined) continue
    unknown |= bits
    first ??= asking
  }
  if (first !== undefined) writing.besides({ [`${OWN}known`]: isKnown(unknown) }, first)
}

function asks({ node }: Writing, keyword: string, bits: number): boolean {
  const value = node.keyword(keyword)
  if (keyword !== 'format') return value !== undefined
  const checked = typeof value === 'string' ? FORMATS.get(value) : undefined
  return checked !== undefined && checked.type === (bits === TYPES.string ? 'string' : 'number')
}
