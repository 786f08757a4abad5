import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import { inflateSync } from 'node:zlib'
import * as vectors from 'cctv-age'
import { describe, expect, test } from 'vitest'
import { age, identitiesOf } from './world.ts'

/* https://github.com/C2SP/CCTV/tree/main/age */
interface Vector {
  readonly headers: ReadonlyMap<string, readonly string[]>
  readonly file: Uint8Array
}

function vectorOf(bytes: Uint8Array): Vector {
  const all = Buffer.from(bytes)
  const end = all.indexOf('\n\n')
  const headers = new Map<string, string[]>()
  for (const line of all.subarray(0, end).toString().split('\n')) {
    const colon = line.indexOf(': ')
    headers.set(line.slice(0, colon), [...(headers.get(line.slice(0, colon)) ?? []), line.slice(colon + 2)])
  }
  const body = all.subarray(end + 2)
  return { headers, file: headers.get('compressed')?.[0] === 'zlib' ? inflateSync(body) : body }
}

const all = Object.entries(vectors as unknown as Record<string, Uint8Array>).map(([name, bytes]) => ({ name, ...vectorOf(bytes) }))
const withIdentities = all.filter(({ headers }) => !headers.has('passphrase'))
const withPassphrases = all.filter(({ headers }) => headers.has('passphrase'))

describe('CCTV', () => {
  test('has its vectors', () => expect([withIdentities.length > 80, all.length > 140]).toEqual([true, true]))

  test.each(withIdentities)('$name', async ({ headers, file }) => {
    const { identities, faults } = await age.identities((headers.get('identity') ?? []).join('\n'))
    expect(faults).toEqual([])
    const result = await age.decrypt(file, identities)
    const [expectation = ''] = headers.get('expect') ?? []
    if (expectation === 'success') {
      expect(result instanceof Uint8Array && createHash('sha256').update(result).digest('hex')).toBe(headers.get('payload')?.[0])
    } else {
      expect(result).toBe(expectation === 'no match' ? 'no-match' : 'damaged')
    }
  })

  test.each(withPassphrases)('$name: a passphrase is never tried', async ({ headers, file }) => {
    const { identities } = await age.identities((headers.get('identity') ?? []).join('\n'))
    expect(['no-match', 'damaged']).toContain(await age.decrypt(file, identities))
  })
})

describe('identities', () => {
  test('of both kinds are read, several in a text, comments and blanks skipped', async () => {
    const [classic, hybrid] = [await age.generate('x25519'), await age.generate('hybrid')]
    const text = `# created\n\n${classic.reveal()}\r\n  ${hybrid.reveal()} ${classic.reveal()}  \n`
    const { identities, faults } = await age.identities(text)
    expect(identities.map(({ recipient }) => recipient)).toEqual([classic.recipient, hybrid.recipient, classic.recipient])
    expect(faults).toEqual([])
    expect([classic.recipient, hybrid.recipient].map((recipient) => recipient.slice(0, 7))).toEqual([expect.stringMatching(/^age1/), 'age1pq1'])
  })

  test.each([
    ['a plugin', 'AGE-PLUGIN-YUBIKEY-1QQQQ', 'plugin'],
    ['a recipient', 'age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m5', 'recipient'],
    ['an SSH key', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\n-----END OPENSSH PRIVATE KEY-----', 'ssh'],
    ['a key file under a passphrase', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----', 'passphrase'],
    ['anything else', 'swordfish', 'unknown'],
  ])('%s is told apart', async (_what, text, kind) => {
    expect(await age.identities(text)).toEqual({ identities: [], faults: [{ kind, line: 1 }] })
  })

  test('that are mistyped are in no error, object or print', async () => {
    const text = (await age.generate('x25519')).reveal()
    for (const wrong of [text.slice(0, -1), text.replace(/.$/, (char) => (char === 'Q' ? 'P' : 'Q')), text.toLowerCase(), `${text}x`, text.replace('1', '')]) {
      const parsed = await age.identities(`# mine\n${wrong}\n`)
      expect(parsed.identities).toEqual([])
      expect(parsed.faults).toEqual([{ kind: expect.any(String) as string, line: 2 }])
      expect(inspect(parsed, { depth: 9, showHidden: true }) + JSON.stringify(parsed)).not.toContain(wrong.slice(8, 30))
    }
  })

  test('do not tell what they hold', async () => {
    const [identity] = await identitiesOf('identity-1')
    const hidden = identity?.reveal().slice(20, 50) ?? ''
    expect(inspect(identity, { depth: 9, showHidden: true })).not.toContain(hidden)
    expect(() => JSON.stringify(identity)).toThrow(TypeError)
    expect(JSON.stringify({ ...identity })).not.toContain(hidden)
  })
})

describe('recipients', () => {
  test.each([
    ['age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m5', 'recipient'],
    ['age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m6', 'unknown'],
    ['age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t', 'plugin'],
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN alice', 'ssh'],
    ['alice', 'unknown'],
    ['', 'unknown'],
  ])('%s is %s', async (text, kind) => {
    expect(await age.recipientKind(text)).toBe(kind)
    if (kind !== 'recipient') expect(await age.encrypt(Uint8Array.of(1), text)).toBeUndefined()
  })
})
