import { DEFAULT_SCALAR_STYLE_RULES, dump, DUMP_SCHEMA, intCoreTag, SCALAR_STYLE, strTag, type ScalarStyleRule } from 'js-yaml'
import { indentedJson, numberText } from './number-text.ts'

/**
 * YAML that readers of 1.1 and of 1.2 take for the same: what either would not read as a text is quoted. All YAML that
 * is printed or published is written here.
 *
 * @param value JSON, without opaque leaves
 */
export function yamlText(value: unknown): string {
  const { text, long } = dumped(value, '')
  return long.length === 0 ? text : withLongTexts(value)
}

/** js-yaml's expressions run out of room from 1.8 million characters on. */
const LONGEST_TEXT = 1_000_000
/** Texts that are longer, while a value is dumped, and what stands for them. */
let aside: { readonly long: string[]; readonly mark: string } = { long: [], mark: '' }

function dumped(value: unknown, mark: string): { readonly text: string; readonly long: readonly string[] } {
  aside = { long: [], mark }
  const text = dump(value, { schema: SCHEMA, lineWidth: -1, noRefs: true, scalarStyleRules: STYLE_RULES })
  const { long } = aside
  aside = { long: [], mark: '' }
  return { text, long }
}

/** Long texts are put in when the rest is written; with a long key, all is JSON, which is YAML as well. */
function withLongTexts(value: unknown): string {
  const json = indentedJson(value)
  let mark = 'text'
  while (json.includes(mark)) mark += 'x'
  const { text, long } = dumped(value, mark)
  const [first = '', ...parts] = text.split(mark)
  const isValue = parts.every((part) => /^[0-9]+\n/.test(part))
  if (!isValue) return `${json}\n`
  return first + parts.map((part) => quoted(long[parseInt(part, 10)] ?? '') + part.replace(/^[0-9]+/, '')).join('')
}

const ESCAPED = /["\\]|[^\x20-\x7e\u{a0}-\u{2027}\u{202a}-\u{d7ff}\u{e000}-\u{fefe}\u{ff00}-\u{fffd}\u{10000}-\u{10ffff}]/gu

function quoted(text: string): string {
  return `"${text.replace(ESCAPED, (char) => {
    return char === '"' || char === '\\' ? `\\${char}` : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  })}"`
}

/** Numbers of 1.1 and 1.2, in whatever base. */
const NUMBER = /^[-+]?(?:0[xob][0-9a-f_]+|(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:e[-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?)$/i

/**
 * What js-yaml writes plain and readers take for something else: a text that would be a number larger than a double can
 * be, and one that starts as a document does.
 */
const quoteMistakable: ScalarStyleRule = (layout) => {
  const { node: { value }, style } = layout
  if (style !== SCALAR_STYLE.PLAIN) return
  const isEndless = !Number.isFinite(Number(value)) && NUMBER.test(value)
  if (isEndless || value.startsWith('---') || value.startsWith('...')) layout.style = SCALAR_STYLE.SINGLE_QUOTED
}

const STYLE_RULES = [...Object.values(DEFAULT_SCALAR_STYLE_RULES), quoteMistakable]

const isInteger = ({ nodeKind, tagName }: { nodeKind: string; tagName: string }): boolean =>
  nodeKind === 'scalar' && tagName === intCoreTag.tagName
const INTEGER = DUMP_SCHEMA.tags.find(isInteger) as typeof intCoreTag
const SCHEMA = DUMP_SCHEMA.withTags({ ...INTEGER, represent: (value) => numberText(value as number) }, {
  ...strTag,
  represent: (text) => {
    const value = String(text)
    return value.length > LONGEST_TEXT ? `${aside.mark}${String(aside.long.push(value) - 1)}` : value
  },
})
