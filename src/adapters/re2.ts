import { RE2JS } from 're2js'
import type { RegExpPort } from '../core/schema/types.ts'
import { asRe2 } from './re2-syntax.ts'

/** The engine itself, for who reads patterns otherwise. */
export { RE2JS }

/**
 * A regular expression engine whose time grows with the text and never with the pattern's ambiguity (RE2). Patterns are
 * read as JSON Schema asks: as ECMA-262 has them, without look-around and back-references, which RE2 does not have.
 * What RE2 would take and ECMA-262 would not (`(?i)`, `\A`) is refused too: editors could not check it.
 */
export function createRegExp(): RegExpPort {
  const compiled = new Map<string, RE2JS | undefined>()
  return {
    test: (pattern, text) => {
      let engine = compiled.get(pattern)
      if (engine === undefined && !compiled.has(pattern)) compiled.set(pattern, (engine = compile(pattern)))
      return engine?.test(text)
    },
  }
}

/** Longest pattern that is compiled, in UTF-16 units: an engine's program is many times larger than its pattern. */
const LONGEST_PATTERN = 10_000

function compile(pattern: string): RE2JS | undefined {
  if (pattern.length > LONGEST_PATTERN || !isEcmaScript(pattern)) return undefined
  const translated = asRe2(pattern)
  if (translated === undefined) return undefined
  try {
    return RE2JS.compile(RE2JS.translateRegExp(translated))
  } catch {
    return undefined
  }
}

/** With the `u` flag, or as browsers read what was written before there was one (`\-`, `[\w-.]`). */
function isEcmaScript(pattern: string): boolean {
  return parses(pattern, 'u') || (!NOT_MEANT.test(pattern) && parses(pattern, ''))
}

/** Escapes of other engines: in old ECMA-262 they stand for their letter, which nobody means who writes one. */
const NOT_MEANT = /\\[ACEGQZaepPz]/

function parses(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags)
    return true
  } catch {
    return false
  }
}
