import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAge } from '../../src/adapters/age/age.ts'
import type { Identity } from '../../src/adapters/age/identity.ts'
import { createGoRegExp } from '../../src/adapters/go-regexp.ts'
import { createSopsCipher } from '../../src/adapters/sops/cipher.ts'
import { newDataKey, openDataKey, sealDataKey } from '../../src/adapters/sops/data-key.ts'
import { NotLoaded } from '../../src/core/lazy.ts'
import { Secret } from '../../src/core/opaque.ts'
import { reveal, revealBytes } from '../../src/core/reveal.ts'
import type { Outcome } from '../../src/core/sops/problem.ts'
import type { WrappedKey } from '../../src/stages/sops/metadata-node.ts'
import { openSops, type OpenedFile, type SopsRun } from '../../src/stages/sops/open.ts'
import { readSops, type SopsFormat } from '../../src/stages/sops/read.ts'

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'sops')
export const age = createAge()
export const run: SopsRun = { cipher: createSopsCipher(), regexp: createGoRegExp() }
export const NOW = '2026-11-23T12:00:00Z'

// The engine is loaded when it is first asked for; tests ask at once.
try {
  run.regexp.test('', '')
} catch (error) {
  if (error instanceof NotLoaded) await error.load()
}

/** A key file of the fixtures. Their identities are written so that no scanner takes them for somebody's. */
export async function identitiesOf(name: string): Promise<readonly Identity[]> {
  return identitiesIn(readFileSync(join(FIXTURES, 'keys', `${name}.txt`), 'utf8'))
}

/** The identities of such a text. */
export async function identitiesIn(text: string): Promise<readonly Identity[]> {
  return (await age.identities(text.replaceAll('TEST-IDENTITY-', 'AGE-SECRET-KEY-'))).identities
}

const names = readdirSync(join(FIXTURES, 'keys')).map((name) => name.slice(0, -4))
/** Every identity of the fixtures. */
export const identities = (await Promise.all(names.map(identitiesOf))).flat()

export function resultOf<Result>(outcome: Outcome<Result>): Result {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.problems)}`)
  return outcome.result
}

/** The kinds of problems of what was refused. */
export function kindsOf(outcome: Outcome<unknown>): readonly string[] {
  return outcome.ok ? [] : outcome.problems.map(({ kind }) => kind)
}

export async function openText(text: string, format: SopsFormat, keys: readonly Identity[] = identities): Promise<Outcome<OpenedFile>> {
  const file = readSops(text, format)
  if (!file.ok) return file
  const opened = await openDataKey(file.result.metadata, keys, age)
  return opened.ok ? openSops(file.result, opened.result.dataKey, run) : opened
}

/** A fresh identity, a data key, and the data key wrapped for it. */
export async function freshKey(): Promise<{ identity: Identity; dataKey: Secret; groups: readonly (readonly WrappedKey[])[] }> {
  const identity = await age.generate('x25519')
  const dataKey = newDataKey()
  const enc = (await sealDataKey(dataKey, identity.recipient, age)) as string
  return { identity, dataKey, groups: [[{ recipient: identity.recipient, enc }]] }
}

/** What an opened file holds: pointer, type and text of every leaf, in order. Tests alone may show it. */
export function contents({ leaves }: OpenedFile): readonly string[] {
  return leaves.map(({ document, tokens, value }) => {
    const text = value === null ? 'null' : value instanceof Secret ? (value.type === 'bytes' ? `bytes ${Buffer.from(revealBytes(value)).toString('hex')}` : `${value.type} ${reveal(value)}`) : `${value.type} ${value.text}`
    return `${document} ${JSON.stringify(tokens)} ${text}`
  })
}
