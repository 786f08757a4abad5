import type { Finding } from '../../core/finding.ts'
import { whenLoaded } from '../../core/lazy.ts'
import type { RuleId } from '../../core/rules.ts'
import type { SopsDocument } from '../../core/sops/document.ts'
import { problem, type Outcome, type SopsProblem } from '../../core/sops/problem.ts'
import { parseFile } from '../../stages/parse/parse.ts'
import { readToSeal } from '../../stages/sops/read-to-seal.ts'
import type { SopsFormat } from '../../stages/sops/read.ts'
import type { SecretText } from './world.ts'

/**
 * Reads a text in clear that is to be sealed. YAML is read as `cairn check` reads it, too: what reads it in SOPS's
 * terms takes more than YAML allows, and SOPS would find that out when the file is needed.
 *
 * @returns as `readToSeal`; or `not-taken`
 */
export async function readClear(
  secret: SecretText,
  format: Exclude<SopsFormat, 'binary'>,
): Promise<Outcome<readonly SopsDocument[]>> {
  const read = readToSeal(secret.text, format)
  if (!read.ok || format !== 'yaml') return read
  const mistake = await mistakeIn(secret)
  return mistake === undefined ? read : { ok: false, problems: [mistake] }
}

/** The mistakes after which no reader agrees with another. */
const UNREADABLE: ReadonlySet<RuleId> = new Set([
  'parse/syntax', 'parse/encoding', 'parse/binary', 'parse/unknown-anchor', 'parse/merge-key',
])

/** What `cairn check` finds wrong with a text of YAML as such, be it encrypted or in clear. */
export async function mistakeIn({ path, text }: SecretText): Promise<SopsProblem | undefined> {
  const found = await whenLoaded(() => {
    let first: Finding | undefined
    parseFile(path, Buffer.from(text), { stream: true, tags: new Map() }, (one) => {
      if (UNREADABLE.has(one.rule)) first ??= one
    })
    return first
  })
  return found && problem('not-taken', found.place.in === 'span' ? found.place : {})
}
