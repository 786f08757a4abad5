import { say } from '../../core/message.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import type { RuleId } from '../../core/rules.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import type { RawIssue, ValidationOutcome, Validator } from '../../core/validation.ts'
import { conditionWords } from './conditions.ts'
import { distinct } from './distinct.ts'
import { isAboutKey, keyNameProblem, keyProblems } from './keys.ts'
import { excludedProblem, forbiddenProblem, nameRule } from './excluded.ts'
import { isToldByMerge } from './keyed.ts'
import type { Problem, Teller } from './problem.ts'
import { listProblem, simpleProblem } from './simple.ts'
import type { Subject } from './subject.ts'
import { unionProblems } from './unions.ts'

/** Schemas that are asked anew to find out what is wrong in a document; what is beyond is told in general words. */
const MOST_ASKED = 500

const NOTHING: ValidationOutcome = { definite: [], undecided: [], deprecated: [], exhausted: true }

/** Turns what a validator found into problems as a person would tell them. */
export class Telling implements Teller {
  readonly subject: Subject
  readonly #validator: Validator
  #asked = 0

  constructor(subject: Subject, validator: Validator) {
    this.subject = subject
    this.#validator = validator
  }

  ask(schema: SchemaNode, tokens: Tokens): ValidationOutcome {
    const value = this.subject.valueAt(tokens)
    if (value === undefined || ++this.#asked > MOST_ASKED) return NOTHING
    const outcome = this.#validator.validate(schema, value)
    return { ...outcome, definite: below(tokens, outcome.definite), undecided: below(tokens, outcome.undecided) }
  }

  problems(issues: readonly RawIssue[]): readonly Problem[] {
    const problems: Problem[] = []
    const aboutKeys = new Map<string, RawIssue[]>()
    for (const issue of issues) {
      if (isToldByMerge(issue, this.subject)) continue
      if (isAboutKey(issue)) {
        const at = pointer(issue.tokens)
        const others = aboutKeys.get(at)
        if (others === undefined) aboutKeys.set(at, [issue])
        else others.push(issue)
      } else {
        problems.push(...this.#problemsOf(issue))
      }
    }
    for (const ofMapping of aboutKeys.values()) problems.push(...keyProblems(ofMapping, this.subject))
    return distinct(problems)
  }

  #problemsOf(issue: RawIssue): readonly Problem[] {
    const simple = simpleProblem(issue, this.subject) ?? listProblem(issue, this.subject)
    if (simple !== undefined) return [simple]
    switch (issue.keyword) {
      case 'oneOf':
      case 'anyOf':
        return unionProblems(issue, this)
      case 'if':
        return this.#conditionProblems(issue)
      case 'not':
        return [excludedProblem(issue, this.subject) ?? this.general(issue)]
      case 'false':
        return [forbiddenProblem(issue)]
      case 'propertyNames':
        return [this.#keyNameProblem(issue)]
      default:
        return [this.general(issue)]
    }
  }

  general({ keyword, schema, tokens }: RawIssue): Problem {
    const rule: RuleId = keyword === 'oneOf' ? 'validate/one-of' : keyword === 'anyOf' ? 'validate/any-of' : 'validate/not'
    return { rule, about: { the: 'value', tokens }, message: () => say`this is not what the schema allows here`, schema, keyword }
  }

  /** What is wrong with the clause that counts, and why it counts. */
  #conditionProblems(issue: RawIssue): readonly Problem[] {
    const { schema, tokens } = issue
    const condition = heldBy(schema, 'if')[0]?.[1]
    if (condition === undefined) return [this.general(issue)]
    const { definite, undecided } = this.ask(condition, tokens)
    const holds = definite.length === 0
    // Wrong in either case, and which it is only a key would decide.
    if (holds && undecided.length > 0) return [this.general(issue)]
    const clause = heldBy(schema, holds ? 'then' : 'else')[0]?.[1]
    const problems = clause === undefined ? [] : this.problems(this.ask(clause, tokens).definite)
    if (problems.length === 0) return [this.general(issue)]
    const words = conditionWords(condition, tokens, this.subject)
    const because = words === undefined ? say`` : holds ? say`, since ${words}` : say`, since it is not so that ${words}`
    const related = { message: say`the condition under which this counts`, place: placeOfSchema(condition) }
    return problems.map((problem) => ({
      ...problem,
      message: () => say`${problem.message()}${because}`,
      related: () => [...(problem.related?.() ?? []), related],
    }))
  }

  #keyNameProblem(issue: RawIssue): Problem {
    const names = heldBy(issue.schema, 'propertyNames')[0]?.[1]
    return keyNameProblem(issue, () => {
      const broken = names === undefined ? undefined : this.#validator.validate(names, issue.key ?? '').definite[0]
      return (broken && nameRule(broken, issue.key ?? '', this.subject.budget)) ?? say`the schema does not allow this name`
    })
  }
}

function below(tokens: Tokens, issues: readonly RawIssue[]): readonly RawIssue[] {
  return tokens.length === 0 ? issues : issues.map((issue) => ({ ...issue, tokens: [...tokens, ...issue.tokens] }))
}
