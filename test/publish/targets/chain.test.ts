import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/adapters/digest.ts'
import type { ChainEntry } from '../../../src/core/publication.ts'
import { chainLine, readChain, signedText } from '../../../src/stages/publish/chain.ts'

const hex = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`))
const text = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 200 })), { nil: null })

const entries = fc.record({
  manifest: hex(64), statement: hex(64), commit: fc.oneof(hex(40), hex(64)), target: fc.string({ unit: 'binary', maxLength: 40 }), rollback: fc.option(hex(40), { nil: null }),
  time: fc.constant('2026-11-23T12:00:00Z'), ref: text, actor: text, run: text, signature: text,
}).map((told) => ({ ...told, newest: told.rollback ?? told.commit }))

type Told = Omit<ChainEntry, 'version' | 'sequence' | 'predecessor'> & { readonly signature: string | null }

/** As a run appends: it reads what is there, and goes on from the last line. */
function append(chain: Buffer, { signature, ...told }: Told): Buffer {
  const last = chain.length === 0 ? undefined : readChain(chain, sha256).lines?.at(-1)
  const { manifest, statement, commit, target, time, ref, actor, run, newest, rollback } = told
  const entry: ChainEntry = {
    version: 1, sequence: (last?.entry.sequence ?? 0) + 1, predecessor: last?.digest ?? null,
    manifest, statement, commit, target, time, ref, actor, run, newest, rollback,
  }
  return Buffer.concat([chain, Buffer.from(`${chainLine({ entry, signature })}\n`)])
}

const chains = (least: number): fc.Arbitrary<{ told: Told[]; chain: Buffer }> =>
  fc.array(entries, { minLength: least, maxLength: 5 })
    .map((told) => ({ told, chain: told.reduce<Buffer>(append, Buffer.alloc(0)) }))

describe('a chain', () => {
  it('gives back what was appended, whatever texts the runs tell', () => {
    fc.assert(fc.property(chains(1), ({ told, chain }) => {
      const { lines } = readChain(chain, sha256)
      expect(lines?.map(({ entry, signature }) => ({ ...entry, signature }))).toMatchObject(told)
      for (const line of lines ?? []) expect(Buffer.compare(line.signed, signedText(line.entry))).toBe(0)
    }))
  })

  it('tells of any byte that is changed in a line that another follows', () => {
    fc.assert(fc.property(chains(2), fc.nat(), fc.integer({ min: 1, max: 255 }), ({ chain }, at, flip) => {
      const followed = chain.lastIndexOf('\n', chain.length - 2) + 1
      const changed = Buffer.from(chain)
      const i = at % followed
      changed[i] = (changed[i] as number) ^ flip
      expect(readChain(changed, sha256).problem).toBeDefined()
    }), { numRuns: 300 })
  })

  it('has another digest of its last line, or is none, for any byte that is changed there', () => {
    fc.assert(fc.property(chains(1), fc.nat(), fc.integer({ min: 1, max: 255 }), ({ chain }, at, flip) => {
      const start = chain.lastIndexOf('\n', chain.length - 2) + 1
      const changed = Buffer.from(chain)
      const i = start + (at % (chain.length - start))
      changed[i] = (changed[i] as number) ^ flip
      const before = readChain(chain, sha256).lines?.at(-1)?.digest
      expect(readChain(changed, sha256).lines?.at(-1)?.digest).not.toBe(before)
    }), { numRuns: 300 })
  })

  it('tells of lines that are left out, exchanged or repeated', () => {
    fc.assert(fc.property(chains(3), ({ chain }) => {
      const lines = chain.toString().trimEnd().split('\n')
      const [first = '', second = ''] = lines
      for (const other of [lines.slice(1), [second, first, ...lines.slice(2)], [first, ...lines], [first, ...lines.slice(2)]]) {
        expect(readChain(Buffer.from(`${other.join('\n')}\n`), sha256).problem).toBeDefined()
      }
    }))
  })

  it.each([
    ['an empty file', ''],
    ['a line that is cut off', '{"entry":'],
    ['no JSON', 'nonsense\n'],
    ['another spelling of the same entry', ' {"entry":{},"signature":null}\n'],
    ['null', 'null\n'],
    ['a list', '[]\n'],
  ])('%s is none', (_, content) => {
    expect(readChain(Buffer.from(content), sha256).problem).toMatchObject({ line: 1 })
  })

  it('counts members that come twice as a change', () => {
    const line = append(Buffer.alloc(0), {
      manifest: 'a'.repeat(64), statement: 'b'.repeat(64), commit: 'c'.repeat(40), newest: 'c'.repeat(40), target: 'dir:out', rollback: null,
      time: '2026-11-23T12:00:00Z', ref: null, actor: 'somebody', run: null, signature: null,
    }).toString()
    expect(readChain(Buffer.from(line), sha256).lines).toHaveLength(1)
    const twice = line.replace('"actor":"somebody"', '"actor":"other","actor":"somebody"')
    expect(readChain(Buffer.from(twice), sha256).problem).toBeDefined()
  })
})
