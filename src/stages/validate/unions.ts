import type { Related } from '../../core/finding.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import { Opaque } from '../../core/opaque.ts'
import type { RuleId } from '../../core/rules.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { branchOf, placeOfSchema, unionsOf, type SchemaNode, type Union } from '../../core/schema/schemas.ts'
import type { RawIssue } from '../../core/validation.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { branchName } from './branch-name.ts'
import { misspelling } from './keys.ts'
import type { Problem, Teller } from './problem.ts'
import { entryOf, type Subject } from './subject.ts'
import { choices, saidBySchema, typeNouns, whatIs } from './words.ts'

/** One branch of a union that does not fit, and why. */
interface Miss {
  readonly branch: SchemaNode
  readonly issues: readonly RawIssue[]
  readonly problems: readonly Problem[]
}

/**
 * Says what is wrong with a value that none of the branches of a union fits, or more than one: which branch was meant
 * (by its tag, by the kind of value, by what fits best), and what is wrong in that.
 */
export function unionProblems(issue: RawIssue, telling: Teller): readonly Problem[] {
  const { schema, keyword, tokens } = issue
  const branches = heldBy(schema, keyword).map(([, branch]) => branch)
  const union = unionsOf(schema).find((one) => one.keyword === keyword)
  const tagged = union === undefined ? undefined : taggedProblems(issue, union, telling)
  if (tagged !== undefined) return tagged
  const misses: Miss[] = []
  const fitting: SchemaNode[] = []
  for (const branch of branches) {
    const { definite, undecided, exhausted } = telling.ask(branch, tokens)
    if (exhausted) return [telling.general(issue)]
    if (definite.length > 0) misses.push({ branch, issues: definite, problems: [] })
    else if (undecided.length === 0) fitting.push(branch)
  }
  if (fitting.length > 1) return [ambiguous(issue, fitting)]
  return missProblems(issue, misses, telling)
}

function ruleOf({ keyword }: RawIssue): RuleId {
  return keyword === 'oneOf' ? 'validate/one-of' : 'validate/any-of'
}

/** By the tag; `undefined` where it decides nothing. */
function taggedProblems(issue: RawIssue, union: Union, telling: Teller): readonly Problem[] | undefined {
  const { schema, keyword, tokens } = issue
  const value = telling.subject.valueAt(tokens)
  if (!isMapping(value)) return undefined
  const { property, byTag } = union
  const tag = entryOf(value, property)
  const tags = [...byTag.keys()]
  if (tag === undefined) {
    const known = (): Message => list(tags.slice(0, 12).map((one) => say`${saidBySchema(one)}`), 'or')
    const meant = misspelling(tokens, property, telling.subject)
    const about = meant?.about ?? ({ the: 'missing', tokens, keys: [property] } as const)
    const message = (): Message => say`${meant?.message() ?? say`${name(property)} is missing.`} It says what this is: ${known()}`
    return [{ rule: 'validate/missing-key', about, message, schema, keyword }]
  }
  if (tag instanceof Opaque) return undefined
  const chosen = branchOf(union, value)
  if (chosen !== undefined) {
    const problems = telling.problems(telling.ask(chosen, tokens).definite)
    return problems.length === 0 ? undefined : problems.map((problem) => readAs(problem, chosen))
  }
  // A branch that names no tags may be meant by any.
  if (byTag.has(tag) || union.open) return undefined
  const at = [...tokens, property]
  const message = (): Message => choices(tags, telling.subject, at)
  return [{ rule: ruleOf(issue), about: { the: 'value', tokens: at }, message, schema, keyword }]
}

function readAs(problem: Problem, branch: SchemaNode): Problem {
  const related = (): readonly Related[] => {
    const title = branchName(branch)
    const message = title === undefined ? say`this is the form that it is taken for` : say`it is taken for ${title}`
    return [...(problem.related?.() ?? []), { message, place: placeOfSchema(branch) }]
  }
  return { ...problem, related }
}

function ambiguous({ schema, keyword, tokens }: RawIssue, fitting: readonly SchemaNode[]): Problem {
  const keys = sharedKeys(fitting)
  const message = (): Message => keys === undefined
    ? say`this fits ${fitting.length} of the forms that the schema allows, ${forms(fitting)}, and must fit exactly one`
    : say`only one of ${list(keys.map(name))} may be set`
  const related = (): readonly Related[] =>
    fitting.slice(0, 3).map((branch) => ({ message: say`it fits this form`, place: placeOfSchema(branch) }))
  return { rule: 'validate/one-of', about: { the: 'value', tokens }, message, schema, keyword, related }
}

/** The keys that branches ask for, where each asks for one and for nothing else. */
function sharedKeys(branches: readonly SchemaNode[]): readonly string[] | undefined {
  const keys: string[] = []
  for (const branch of branches) {
    const required = branch.keyword('required')
    const [key, ...others] = isList(required) ? required : []
    const more = others.length > 0 || Object.keys(branch.schema as object).length > 1
    if (typeof key !== 'string' || more) return undefined
    keys.push(key)
  }
  return keys
}

function forms(branches: readonly SchemaNode[]): Message {
  return list(branches.slice(0, 6).map((branch, i) => branchName(branch) ?? say`form ${i + 1}`))
}

function missProblems(issue: RawIssue, misses: readonly Miss[], telling: Teller): readonly Problem[] {
  const { tokens } = issue
  const here = (one: RawIssue): boolean => one.tokens.length === tokens.length
  const ofKind = misses.filter(({ issues }) => !issues.some((one) => one.keyword === 'type' && here(one)))
  if (ofKind.length === 0) return [kindProblem(issue, misses, telling.subject) ?? telling.general(issue)]
  const choice = choiceProblem(issue, ofKind, telling.subject)
  if (choice !== undefined) return [choice]
  const told = ofKind.map(({ branch, issues }) => ({ branch, issues, problems: telling.problems(issues) }))
  const alternatives = keysProblem(issue, told)
  if (alternatives !== undefined) return [alternatives]
  const [best, second] = [...told].sort((a, b) => worse(a) - worse(b))
  if (best === undefined) return [telling.general(issue)]
  const clear = second === undefined || worse(best) < worse(second)
  if (clear) return best.problems.map((problem) => readAs(problem, best.branch))
  return [noneFits(issue, told)]
}

const DISTANCE: { readonly [rule in RuleId]?: number } = { 'validate/const': 10, 'validate/enum': 10, 'validate/unknown-key': 2 }

/** How far a value is from a branch: a tag of another one is farther than a slip, and what is deeper down is nearer. */
function worse({ problems }: Miss): number {
  let sum = 0
  let depth = 0
  for (const { rule, about } of problems) {
    sum += about.the === 'missing' ? about.keys.length : (DISTANCE[rule] ?? 1)
    depth = Math.max(depth, about.tokens.length)
  }
  return sum - depth / 1000
}

/** No branch takes this kind of value. */
function kindProblem(issue: RawIssue, misses: readonly Miss[], subject: Subject): Problem | undefined {
  const { schema, keyword, tokens } = issue
  const types = new Set<Value>()
  for (const { issues } of misses) {
    for (const one of issues) {
      if (one.keyword !== 'type' || one.tokens.length !== tokens.length) continue
      const type = one.schema.keyword('type')
      for (const named of isList(type) ? type : [type ?? null]) types.add(named)
    }
  }
  if (types.size === 0) return undefined
  const message = (): Message => say`expected ${typeNouns([...types])}, found ${whatIs(subject, tokens)}`
  return { rule: 'validate/type', about: { the: 'value', tokens }, message, schema, keyword }
}

/** Branches that are single values: a list of choices, told as one. */
function choiceProblem(issue: RawIssue, misses: readonly Miss[], subject: Subject): Problem | undefined {
  const { schema, keyword, tokens } = issue
  const allowed: Value[] = []
  for (const { issues } of misses) {
    const [only, ...others] = issues
    if (only === undefined || others.length > 0 || only.tokens.length !== tokens.length) return undefined
    const choice = only.schema.keyword(only.keyword)
    if (only.keyword === 'const' && choice !== undefined) allowed.push(choice)
    else if (only.keyword === 'enum' && isList(choice)) allowed.push(...choice)
    else return undefined
  }
  const message = (): Message => choices([...new Set(allowed)], subject, tokens)
  return { rule: 'validate/enum', about: { the: 'value', tokens }, message, schema, keyword }
}

/** Branches that differ in the keys that they ask for: "a is missing, or b". */
function keysProblem(issue: RawIssue, misses: readonly Miss[]): Problem | undefined {
  const { schema, keyword, tokens } = issue
  const wanted: Message[] = []
  let first: string | undefined
  for (const { problems } of misses) {
    const keys: string[] = []
    for (const { about } of problems) {
      if (about.the !== 'missing' || about.tokens.length !== tokens.length) return undefined
      keys.push(...about.keys)
    }
    first ??= keys[0]
    wanted.push(list(keys.map(name)))
  }
  if (first === undefined || misses.length < 2) return undefined
  const message = (): Message => say`one of these is missing: ${list(wanted, 'or')}`
  return { rule: ruleOf(issue), about: { the: 'missing', tokens, keys: [first] }, message, schema, keyword }
}

function noneFits(issue: RawIssue, misses: readonly Miss[]): Problem {
  const { schema, keyword, tokens } = issue
  const branches = misses.map(({ branch }) => branch)
  const related = (): readonly Related[] => misses.slice(0, 3).map(({ branch, problems: [problem] }) => ({
    message: say`not ${branchName(branch) ?? say`this form`}: ${problem?.message() ?? say`it does not fit`}`,
    place: placeOfSchema(branch),
  }))
  const message = (): Message => say`this fits none of the ${misses.length} forms that the schema allows: ${forms(branches)}`
  return { rule: ruleOf(issue), about: { the: 'value', tokens }, message, schema, keyword, related }
}
