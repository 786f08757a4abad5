import { finding, type Related, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import type { RuleId } from '../../core/rules.ts'
import { kindsAt, kindsOf, refusing } from '../../core/schema/allowed.ts'
import { decide, type Decision } from '../../core/schema/decide.ts'
import { schemasBelow } from '../../core/schema/keywords.ts'
import { allEdges, reaching } from '../../core/schema/reach.ts'
import { enter, placeOfSchema, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import { plansOf } from './default-plans.ts'
import { isEndless } from './defaults.ts'
import { kindNames } from '../../core/schema/kind-names.ts'

/**
 * Checks what the schemas that apply to the same values say together: that they agree on the default
 * (`schema/default-conflict`) and on `x-merge` and `x-split` (`schema/keyword-conflict`), that none refuses the default
 * by `type`, `enum` or `const` (`schema/default-invalid`), and that defaults end (`schema/default-endless`). Stops
 * looking after `MOST_COMBINED` schemas in combinations; those that people write have far fewer.
 */
export function checkDefaults(root: SchemaNode, report: Report): void {
  const check = new Check(report)
  const scopes = new Set([enter(root)])
  const combined = new Set<SchemaNode>()
  let looked = 0
  for (const scope of scopes) {
    check.scope(scope)
    for (const node of scope.nodes) combined.add(node)
    looked += 1 + scope.nodes.length
    if (looked > MOST_COMBINED) break
    for (const next of scope.steps()) if (next.nodes.some(matters)) scopes.add(next)
  }
  for (const node of schemasBelow(root)) {
    // Definitions that nothing uses yet.
    if (node.keyword('default') !== undefined && !combined.has(node)) check.scope(enter(node))
  }
}

const MOST_COMBINED = 200_000
const CHECKED = ['default', 'x-merge', 'x-split'] as const
type Checked = (typeof CHECKED)[number]

const matters = reaching(allEdges, (node) => CHECKED.some((keyword) => node.keyword(keyword) !== undefined))

class Check {
  readonly #report: Report
  /** One mistake is met in many scopes. */
  readonly #told = new Set<string>()

  constructor(report: Report) {
    this.#report = report
  }

  scope(scope: Scope): void {
    for (const keyword of CHECKED) {
      const decision = decide(scope, keyword)
      if (decision === undefined) continue
      if (decision.rival !== undefined) this.#conflict(keyword, decision, decision.rival)
      if (keyword === 'default') this.#default(decision, scope.given(decision.value))
    }
    for (const plan of plansOf(scope)) {
      if (isEndless(plan)) this.#tell('schema/default-endless', plan.decision.node, ENDLESS)
    }
  }

  #default({ node, value }: Decision, scope: Scope): void {
    const refuser = refusing(scope, value)
    if (refuser === undefined) return
    const takes = kindsAt(scope)
    const message =
      (takes & kindsOf(value)) === 0
        ? say`this default is ${kindNames(kindsOf(value))}, and the schema takes ${kindNames(takes)}`
        : say`this default is none of the values that the schema lists`
    const related = { message: say`the schema that refuses it`, place: placeOfSchema(refuser) }
    this.#tell('schema/default-invalid', node, message, refuser === node ? [] : [related])
  }

  #conflict(keyword: Checked, { node }: Decision, rival: SchemaNode): void {
    const rule = keyword === 'default' ? 'schema/default-conflict' : 'schema/keyword-conflict'
    const message = say`this ${name(keyword)} contradicts another one that applies to the same value: keep one of them`
    const related = { message: say`the other one, which counts`, place: placeOfSchema(node, keyword) }
    this.#tell(rule, rival, message, [related], keyword)
  }

  #tell(rule: RuleId, node: SchemaNode, message: Message, related: readonly Related[] = [], keyword: Checked = 'default'): void {
    const key = `${rule} ${node.id}`
    if (this.#told.has(key)) return
    this.#told.add(key)
    this.#report(finding(rule, placeOfSchema(node, keyword), message, { related }))
  }
}

const ENDLESS = say`this default is not filled in: with the defaults that it brings in, it would not end`
