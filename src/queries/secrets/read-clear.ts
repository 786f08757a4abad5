import type { Finding } from '../../core/finding.ts'
import { whenLoaded } from '../../core/lazy.ts'
import type { RuleId } from '../../core/rules.ts'
import type { SopsDocument } from '../../core/sops/document.ts'
import { problem, type Outcome } from '../../core/sops/problem.ts'
import { parseFile } from '../../stages/parse/parse.ts'
import { readToSeal } from '../../stages/sops/read-to-seal.ts'
import type { SopsFormat } from '../../stages/sops/read.ts'
import type { SecretText } from './world.ts'

/**
 * Reads a text in clear that is to be sealed. YAML is read as `cairn check` reads it, too: what reads it in SOPS's
 * terms takes more than YAML allows, and SOPS would find that out when the file is needed.
 *
 * @returns as `readToSeal`
 */
export async function readClear(
  secret: SecretText,
  format: Exclude<SopsFormat, 'binary'>,
): Promise<Outcome<readonly SopsDocument[]>> {
  const read = readToSeal(secret.text, format)
  if (!read.ok || format !== 'yaml') return read
  const place = (await whenLoaded(() => mistakeIn(secret)))?.place
  if (place === undefined) return read
  return { ok: false, problems: [problem('bad-content', place.in === 'span' ? place : {})] }
}

/** The mistakes after which no reader agrees with another. */
const UNREADABLE: ReadonlySet<RuleId> = new Set([
  'parse/syntax', 'parse/encoding', 'parse/binary', 'parse/unknown-anchor', 'parse/merge-key',
])

function mistakeIn({ path, text }: SecretText): Finding | undefined {
  let found: Finding | undefined
  parseFile(path, Buffer.from(text), { stream: true, tags: new Map() }, (one) => {
    if (UNREADABLE.has(one.rule)) found ??= one
  })
  return found
}
