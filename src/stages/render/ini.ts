import { name, say, type Message } from '../../core/message.ts'
import { isList, isMapping, kindOf, type Mapping, type Value } from '../../core/value.ts'
import { listText, scalarText } from './flat.ts'
import type { Tell } from './problem.ts'

/**
 * INI: scalars of the root first, then a section a mapping, `[a.b]` for one inside another; a list is its items between
 * commas, an empty one nothing. There is no standard; what readers would take for different things is told.
 */
export function writeIni(value: Value, tell: Tell): string {
  if (!isMapping(value)) {
    tell({ tokens: [], said: say`INI starts with a mapping, and this document is a ${kindOf(value)}` })
    return ''
  }
  const sections: string[] = []
  const names = new Names(tell)
  const visit = (mapping: Mapping, path: readonly string[]): void => {
    const lines: string[] = []
    let isEmpty = true
    const below: string[] = []
    const keys = path.length === 0 ? names : new Names(tell)
    for (const key of Object.keys(mapping)) {
      const child = mapping[key] as Value
      isEmpty = false
      if (isMapping(child)) below.push(key)
      else if (keys.take(key, [...path, key])) lines.push(...lineOf(key, child, { path, tell }))
    }
    if (path.length === 0) sections.push(lines.join(''))
    else if (lines.length > 0 || isEmpty) {
      if (names.take(path.join('.'), path)) sections.push(`[${path.join('.')}]\n${lines.join('')}`)
    }
    for (const key of below) {
      if (path.length === 0 && key === DEFAULTS) tell({ tokens: [key], said: say`Python adds what ${name(key)} has to all sections` })
      else if (isSection(key)) visit(mapping[key] as Mapping, [...path, key])
      else tell({ tokens: [...path, key], said: say`${name(key)} cannot be the name of a section` })
    }
  }
  visit(value, [])
  return sections.filter((section) => section !== '').join('\n')
}

/** Keys of one section, or the sections and what stands before them. Many readers do not tell case apart. */
class Names {
  readonly #tell: Tell
  readonly #known = new Map<string, string>()

  constructor(tell: Tell) {
    this.#tell = tell
  }

  /** Whether a name is free; where not, that is told. */
  take(text: string, tokens: readonly string[]): boolean {
    const folded = text.toLowerCase()
    const known = this.#known.get(folded)
    if (known === undefined) this.#known.set(folded, text)
    else this.#tell({ tokens, said: say`there is ${name(known)} already, and many readers take ${name(text)} for the same` })
    return known === undefined
  }
}

interface LineContext {
  readonly path: readonly string[]
  readonly tell: Tell
}

function lineOf(key: string, value: Value, { path, tell }: LineContext): string[] {
  const tokens = [...path, key]
  if (!isKey(key)) {
    tell({ tokens, said: say`${name(key)} cannot be a key of INI` })
    return []
  }
  const text = value === null ? { problem: say`INI has no null` } : isList(value) ? listText(value) : scalarText(value as string)
  const written = typeof text === 'string' ? quoted(text) : text
  if (typeof written === 'string') return [`${key} = ${written}`.trimEnd() + '\n']
  tell({ tokens, said: written.problem })
  return []
}

/** Not empty, no blanks around it, and nothing that ends a key or starts something else. */
function isKey(key: string): boolean {
  return /^[^\s=:[\];#"'][^=:]*$/.test(key) && key.trimEnd() === key && !STARTS_COMMENT.test(key) && !UNSPEAKABLE.test(key)
}

function isSection(key: string): boolean {
  return /^[^[\].;#]+$/.test(key) && key.trim() === key && !UNSPEAKABLE.test(key)
}

/** No section of its own to configparser. */
const DEFAULTS = 'DEFAULT'
const STARTS_COMMENT = /[ \t][;#]/
/** What ends a line for one reader or another, or cannot be written. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
const UNSPEAKABLE = /[\u0000-\u0008\u000a-\u001f\u007f\u0085\u2028\u2029]|\p{Surrogate}/u

function quoted(text: string): string | { readonly problem: Message } {
  if (UNSPEAKABLE.test(text)) return { problem: say`a value of INI is one line of whole characters` }
  const isPlain = text.trim() === text && !/^["']/.test(text) && !STARTS_COMMENT.test(` ${text}`)
  if (isPlain) return text
  const quote = ['"', "'"].find((mark) => !text.includes(mark))
  return quote === undefined ? { problem: say`this text has both sorts of quotes, and needs some around it` } : quote + text + quote
}
