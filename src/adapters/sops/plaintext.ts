import { Opaque, Secret } from '../../core/opaque.ts'
import { reveal } from '../../core/reveal.ts'
import { plainOf } from '../../core/sops/scalars.ts'
import type { RawIssue } from '../../core/validation.ts'
import { isList, isMapping, put, type MutableMapping, type Value } from '../../core/value.ts'
import { fits, leafKeywordsOf } from '../ajv/accept.ts'

/**
 * What a check does with plaintext, all of it: it asks schemas whether a value fits, and masks values in logs.
 * Plaintext stays in this file; what leaves it is an issue without a value, or the lines that a log must not show.
 */

/** See `Opener.judge`. An issue about a secret stands for every keyword of its schema that looks at a value itself. */
export function judge(issue: RawIssue, value: Value): readonly RawIssue[] | undefined {
  const plain = inClear(value)
  if (plain === undefined) return undefined
  const { schema, keyword, tokens } = issue
  const asked = value instanceof Secret ? [...new Set([keyword, ...leafKeywordsOf(schema)])] : [keyword]
  const broken: RawIssue[] = []
  for (const one of asked) {
    const valid = fits(schema, one, plain)
    if (valid === undefined) return undefined
    if (!valid) broken.push({ keyword: one, tokens, schema })
  }
  return broken
}

/** A value with its secrets in clear; `undefined` where that is not to be had. */
function inClear(value: Value): Value | undefined {
  if (value instanceof Secret) return plainSecret(value)
  if (value instanceof Opaque) return undefined
  if (isList(value)) {
    const items = value.map(inClear)
    return items.every((item) => item !== undefined) ? items : undefined
  }
  if (!isMapping(value)) return value
  const plain: MutableMapping = {}
  for (const key of Object.keys(value)) {
    const entry = inClear(value[key] as Value)
    if (entry === undefined) return undefined
    put(plain, key, entry)
  }
  return plain
}

function plainSecret(secret: Secret): Value | undefined {
  const { type } = secret
  return type === 'bytes' || type === 'comment' ? undefined : plainOf({ type, text: reveal(secret) })
}

/** Shorter lines are words that logs are full of. */
const SHORTEST_MASKED = 8

/** The lines of secrets that logs must not show: those of eight characters or more, without blanks around them. */
export function linesToMask(secrets: readonly Secret[]): readonly string[] {
  const lines = new Set<string>()
  for (const secret of secrets) {
    if (secret.type === 'bytes') continue
    for (const line of reveal(secret).split(/\r\n?|\n/)) {
      for (const text of [line, line.trim()]) if (text.length >= SHORTEST_MASKED) lines.add(text)
    }
  }
  return [...lines]
}
