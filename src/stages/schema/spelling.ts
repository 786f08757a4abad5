import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { nearest, slips, type NearestBudget } from '../../core/nearest.ts'
import { placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, type Value } from '../../core/value.ts'
import { ANNOTATIONS, FORMATS, FORMATS_ELSEWHERE, KEYWORDS } from './vocabulary.ts'

/**
 * Reports what is probably a misspelt keyword of JSON Schema, `format` or key of a `discriminator`
 * (`schema/keyword-unknown`). What is near to nothing is an annotation, which anybody may add.
 */
export function checkSpelling(node: SchemaNode, keyword: string, budget: NearestBudget, report: Report): void {
  const value = node.keyword(keyword) as Value
  if (keyword === 'format' && typeof value === 'string') {
    const near = meant(value, { words: FORMATS, others: FORMATS_ELSEWHERE }, budget)
    if (near === undefined) return
    const hint = say`did you mean "${name(near)}"?`
    const message = say`"${name(value)}" is no format that is known here, so nothing is checked: ${hint}`
    report(finding('schema/keyword-unknown', placeOfSchema(node, keyword), message))
  } else if (keyword === 'discriminator' && isMapping(value)) {
    const held = node.child(keyword)
    for (const key of Object.keys(value)) told(held, key, meant(key, { words: IN_DISCRIMINATOR }, budget), report)
  } else {
    told(node, keyword, meant(keyword, { words: KEYWORDS, others: ANNOTATIONS }, budget), report)
  }
}

const IN_DISCRIMINATOR: ReadonlySet<string> = new Set(['propertyName', 'mapping'])

function told(node: SchemaNode | undefined, keyword: string, near: string | undefined, report: Report): void {
  if (node === undefined || near === undefined) return
  const message = say`"${name(keyword)}" is no keyword that is known here, so it does nothing: did you mean "${name(near)}"?`
  report(finding('schema/keyword-unknown', placeOfSchema(node, keyword, 'key'), message))
}

interface Vocabulary {
  /** What a word may be meant to be. */
  readonly words: ReadonlySet<string>
  /** What is right as it is. */
  readonly others?: ReadonlySet<string>
}

/** Letters from which on a word has room for two slips. */
const LONG = 10
/** Letters up to which almost every word is near to it. */
const SHORT = 3

/** The word that another one was most likely meant to be; less is near than in names, since annotations are free. */
function meant(word: string, { words, others }: Vocabulary, budget: NearestBudget): string | undefined {
  if (words.has(word) || others?.has(word) === true) return undefined
  const near = nearest(word, words, budget)
  if (near === undefined) return undefined
  const most = near.length <= SHORT ? 0 : near.length < LONG ? 1 : 2
  return slips(word.toLowerCase(), near.toLowerCase()) <= most ? near : undefined
}
