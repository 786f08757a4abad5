import type { Effective } from '../../core/effective.ts'
import { finding, type Report } from '../../core/finding.ts'
import { CircleFindings } from './circle-findings.ts'
import type { Failure, TextNode } from './nodes.ts'
import type { PartPlaces } from './place.ts'
import { Problems } from './problems.ts'
import type { Resolver } from './resolver.ts'
import { isReference, type Part } from './syntax.ts'

export interface TextParts {
  readonly parts: readonly Part[]
  readonly places: PartPlaces
}

/** Reports what is wrong with the references of one document, each at its place. */
export class LinkFindings {
  readonly #effective: Effective
  readonly #report: Report
  readonly #problems: Problems
  readonly #circles: CircleFindings

  constructor(effective: Effective, resolver: Resolver, report: Report) {
    this.#effective = effective
    this.#report = report
    this.#problems = new Problems(effective, resolver)
    this.#circles = new CircleFindings(effective, resolver, report)
  }

  tell(node: TextNode, text: TextParts): void {
    for (const { part, failure } of node.result?.problems ?? []) this.#tell(failure, text.parts[part], text.places)
    this.#circles.tell(node)
  }

  /** The document has become too large with what this text brings. */
  tooLarge({ parts, places }: TextParts): void {
    this.#tell({ is: 'too-large' }, parts.find(isReference), places)
  }

  #tell(failure: Failure, part: Part | undefined, places: PartPlaces): void {
    const [rule, message, related = []] = this.#problems.word(failure, isReference(part) ? part.target : undefined)
    const place = places.of(typeof part === 'object' ? part : undefined)
    this.#report(finding(rule, place, message, { related, environment: this.#effective.environment.name }))
  }
}
