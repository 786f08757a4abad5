import { isList, isMapping, kindOf, type Value } from '../../../src/core/value.ts'
import type { File, Node, Span } from './nodes.ts'

/** A mistake that somebody might make in a file. */
export interface Edit {
  readonly node: Node
  /** What was done, for people. */
  readonly how: string
  /** The value that it has now; none where that was not touched. */
  readonly to?: Value
  /** The file's text with it. */
  readonly text: string
}

/** Scalars and empty collections of each JSON type. */
const SAMPLES: readonly Value[] = ['text', 7, true, null, [], {}]
/** Of texts: some that are no number, or no boolean. */
const TEXTS = ['text', '', 'yes', 'true', '7']

/**
 * The file with values of other types in the place of a node's.
 *
 * @param meant what the node stands for: what its text was read as, what its reference leads to
 */
export function* otherTypes(file: File, node: Node, meant: Value): Generator<Edit> {
  for (const [value, text] of hasTextsOnly(file) ? otherTexts(file, node, meant) : otherValues(file, node, meant)) {
    yield { node, how: `${JSON.stringify(value)} for a ${kindOf(meant)}`, to: value, text }
  }
}

const hasTextsOnly = ({ format }: File): boolean => format === 'ini' || format === 'env'

type Replaced = readonly [Value, string]

function* otherTexts(file: File, node: Node, meant: Value): Generator<Replaced> {
  if (isMapping(node.value)) {
    if (node.tokens.length > 0) yield ['text', replaceSection(file, node, 'text')]
    return
  }
  for (const text of TEXTS) {
    const isOther = typeof meant === 'number' ? text !== '7' : typeof meant === 'boolean' && text !== 'true'
    if (isOther) yield [text, splice(file.text, node.at, text)]
  }
}

function* otherValues(file: File, node: Node, meant: Value): Generator<Replaced> {
  // Where an anchor's content is of another type, its aliases are no YAML any more.
  if (node.anchored && (isMapping(meant) || isList(meant))) return
  const quoted = typeof meant === 'number' || typeof meant === 'boolean' ? [String(meant)] : []
  const others = [...SAMPLES.filter((other) => kindOf(other) !== kindOf(meant)), ...quoted]
  if (file.format !== 'toml') {
    for (const other of others) yield [other, replaceFlow(file, node, JSON.stringify(other))]
    return
  }
  if (node.tokens.length === 0) return // TOML is a table
  for (const other of others.filter((one) => one !== null)) {
    const literal = JSON.stringify(other)
    yield [other, isMapping(meant) ? replaceSection(file, node, literal) : replaceFlow(file, node, literal)]
  }
}

/** The file with a key written as a hurried hand might. */
export function* misspellings(file: File, node: Node): Generator<Edit> {
  const { key } = node
  if (key === undefined) return
  const known = node.tokens.at(-1) ?? ''
  const written = file.text.slice(key.start, key.end)
  for (const wrong of misspelt(known)) {
    if (node.siblings.includes(wrong) || !/^[\w.-]+$/.test(wrong) || (file.format === 'env' && !/^[a-z_]/i.test(wrong))) continue
    const text = splice(file.text, key, written.replace(known, wrong))
    yield { node, how: `${known} as ${wrong}`, text }
  }
}

function misspelt(key: string): string[] {
  const middle = key.length >> 1
  const swapped = key.slice(0, middle - 1) + key.charAt(middle) + key.charAt(middle - 1) + key.slice(middle + 1)
  const wrong = [
    key.slice(0, -1),
    key.slice(1),
    key + key.slice(-1),
    key.slice(0, middle) + key.slice(middle + 1),
    key.slice(0, middle) + key.charAt(middle) + key.slice(middle),
    `${key}s`,
    key.charAt(0).toUpperCase() + key.slice(1),
    key.replaceAll('_', '-'),
    key.replaceAll('_', ''),
    key.length > 1 ? swapped : `${key}${key}`,
  ]
  return [...new Set(wrong)].filter((one) => one !== key && one !== '')
}

/** The file without a key and what it holds; none for what is no entry of a mapping. */
export function removal(file: File, node: Node): Edit | undefined {
  const { key } = node
  if (key === undefined) return undefined
  return { node, how: `without ${node.tokens.at(-1) ?? ''}`, text: without(file, node, key) }
}

function without(file: File, node: Node, key: Span): string {
  const { format, text } = file
  if (format === 'toml' || format === 'ini' || format === 'env') {
    return isMapping(node.value) ? withoutSection(file, node) : splice(text, linesOf(text, key, node.at), '')
  }
  if (node.after !== undefined) return splice(text, { start: key.start, end: node.after.start }, '')
  if (node.before !== undefined) return splice(text, { start: node.before.end, end: node.at.end }, ending(text, node.at))
  const isFlow = text.slice(0, key.start).trimEnd().endsWith('{')
  return splice(text, { start: key.start, end: node.at.end }, isFlow ? '' : `{}${ending(text, node.at)}`)
}

/** The line break that belongs to a block scalar. */
const ending = (text: string, at: Span): string => (at.end > at.start && text[at.end - 1] === '\n' ? '\n' : '')

function replaceFlow({ text }: File, { at }: Node, json: string): string {
  // A tag says how a list is merged, which nothing else is.
  const start = text.slice(0, at.start).replace(/![a-z]+\s+$/, '').length
  const gap = start > 0 && /[:-]/.test(text[start - 1] ?? '') ? ' ' : ''
  return splice(text, { start, end: at.end }, `${gap}${json}${ending(text, at)}`)
}

/** An entry in the place of a section: in the section above it where there is one, else first, where none is open. */
function replaceSection(file: File, node: Node, value: string): string {
  const rest = withoutSection(file, node)
  const above = `[${node.tokens.slice(0, -1).join('.')}]\n`
  const at = rest.indexOf(above)
  if (at < 0) return `${node.tokens.join('.')} = ${value}\n${rest}`
  return splice(rest, { start: at, end: at + above.length }, `${above}${node.tokens.at(-1) ?? ''} = ${value}\n`)
}

function withoutSection({ text }: File, { tokens }: Node): string {
  const title = tokens.join('.')
  return text
    .split(/^(?=\[)/m)
    .filter((part) => !part.startsWith(`[${title}]`) && !part.startsWith(`[${title}.`))
    .join('')
}

/** From the start of the line that a key is in to the end of its value's, the line break included. */
function linesOf(text: string, key: Span, value: Span): Span {
  const end = text.indexOf('\n', value.end)
  return { start: text.lastIndexOf('\n', key.start) + 1, end: end < 0 ? text.length : end + 1 }
}

function splice(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end)
}
