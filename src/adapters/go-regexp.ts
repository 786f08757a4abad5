import { lazily } from '../core/lazy.ts'
import type { RegExpPort } from '../core/schema/types.ts'

/** Longest pattern that is compiled, in UTF-16 units: an engine's program is many times larger than its pattern. */
const LONGEST_PATTERN = 10_000

/**
 * Regular expressions as Go has them (RE2's own syntax, `(?i)` and `\z` included), for what SOPS and its configuration
 * say. Others than the expressions of schemas, which are those of ECMA-262 (`adapters/re2.ts`).
 *
 * @throws NotLoaded from `test`, once, as the engine is loaded when it is first needed
 */
export function createGoRegExp(): RegExpPort {
  const engine = lazily(async () => (await import('./re2.ts')).RE2JS)
  const compiled = new Map<string, { test(text: string): boolean } | undefined>()
  return {
    test: (pattern, text) => {
      if (!compiled.has(pattern)) compiled.set(pattern, compile(engine(), pattern))
      return compiled.get(pattern)?.test(text)
    },
  }
}

function compile(engine: typeof import('re2js').RE2JS, pattern: string): { test(text: string): boolean } | undefined {
  if (pattern.length > LONGEST_PATTERN) return undefined
  try {
    return engine.compile(pattern)
  } catch {
    return undefined
  }
}
