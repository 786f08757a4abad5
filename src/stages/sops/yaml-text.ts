import type { Clear, LeafValue } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'
import { isAmbiguous } from './yaml-scalars.ts'

/** Where a scalar is written: in brackets, `,` and brackets end it and it stays on its line. */
export interface YamlPlace {
  readonly context: 'block' | 'flow'
  /** The column in which the lines of a block scalar start. */
  readonly indent: number
  readonly lineBreak: string
}

/** A scalar as go-yaml would read it back: plain where that is safe, a literal block for lines, quotes else. */
export function yamlScalar(value: Exclude<LeafValue, { opaque: 'secret' }>, place: YamlPlace): string {
  if (value === null) return 'null'
  switch (value.type) {
    case 'str':
      return yamlString(value.text, place)
    case 'bool':
      return value.text === 'True' ? 'true' : 'false'
    case 'float':
      return floatSpelling(value)
    default:
      return value.text
  }
}

const SPECIAL_FLOATS: ReadonlyMap<string, string> = new Map([['NaN', '.nan'], ['+Inf', '.inf'], ['-Inf', '-.inf']])

/** With a point, so that it is read as a float again. */
function floatSpelling({ text }: Clear): string {
  return SPECIAL_FLOATS.get(text) ?? (text.includes('.') ? text : `${text}.0`)
}

/** Control characters, line separators, marks and half surrogates: only escapes can write them. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}/u
const NO_PLAIN_START = /^[-?:,[\]{}#&*!|>'"%@`\s=]|^\.\.\./
const NO_PLAIN = /:(?:\s|$)|\s#|\s$|[\n\t]/
const NO_PLAIN_IN_FLOW = /[,[\]{}]|:["']/

function yamlString(text: string, { context, indent, lineBreak }: YamlPlace): string {
  if (UNPRINTABLE.test(text)) return doubleQuoted(text)
  if (text.includes('\n')) {
    return context === 'block' && isLiteral(text) ? literal(text, indent, lineBreak) : doubleQuoted(text)
  }
  if (isAmbiguous(text)) return doubleQuoted(text)
  if (!NO_PLAIN_START.test(text) && !NO_PLAIN.test(text) && (context === 'block' || !NO_PLAIN_IN_FLOW.test(text))) return text
  return text.includes('\t') ? doubleQuoted(text) : `'${text.replaceAll("'", "''")}'`
}

/** A text of several lines that a literal block can hold without an indentation indicator. */
function isLiteral(text: string): boolean {
  return /^[^\s]/.test(text) && !/\n\n$/.test(text) && text !== '\n' && !/[ \t]\n|[ \t]$/.test(text)
}

/** A literal block: the header, and lines indented by some columns; without a line break at the end. */
export function literal(text: string, indent: number, lineBreak: string): string {
  const ends = text.endsWith('\n')
  const lines = (ends ? text.slice(0, -1) : text).split('\n').map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
  return [ends ? '|' : '|-', ...lines].join(lineBreak)
}

const ESCAPED = new RegExp(UNPRINTABLE.source, 'gu')

function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(ESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** go-yaml takes no longer key on one line. */
const LONGEST_KEY = 1000

/** A key of a mapping, in quotes where it would be read as something else. */
export function yamlKey(key: string, context: 'block' | 'flow'): string {
  if (key.length > LONGEST_KEY) return refuse('not-representable')
  if (key === '<<') return '!!merge <<'
  const text = yamlString(key, { context: 'flow', indent: 0, lineBreak: '\n' })
  const isSafe = /^[\w./$-]+$/.test(text) || context === 'block'
  return isSafe || /^["']/.test(text) ? text : JSON.stringify(key)
}
