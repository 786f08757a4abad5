import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { ChainEntry, EnvironmentManifest, ManifestFile, PublicationManifest } from '../../../src/core/publication.ts'
import type { Contents } from './sources.ts'

export interface Whole {
  /** The commit that is published. */
  readonly commit: string
  readonly manifest: PublicationManifest
  /** The chain's entries. */
  readonly entries: readonly ChainEntry[]
}

/**
 * Asserts that files are one publication, whole, with nothing beside it: every file is listed with its digest, and the
 * chain is unbroken and ends with it. Written down here once more, without what Cairn reads publications with.
 *
 * @param beside paths that may lie there too
 */
export function wholePublication(files: Contents, beside: readonly string[] = []): Whole {
  const read = (path: string): Buffer => files.get(path) ?? assert.fail(`${path} is missing: ${[...files.keys()].join(' ')}`)
  const seen = new Set(['manifest.json', 'chain.jsonl', 'provenance.json', ...beside])
  const check = (folder: string, { path, size, sha256 }: ManifestFile): Buffer => {
    const bytes = read(folder + path)
    assert.equal(bytes.length, size, path)
    assert.equal(digest(bytes), sha256, path)
    seen.add(folder + path)
    return bytes
  }
  const manifest = JSON.parse(read('manifest.json').toString()) as PublicationManifest
  for (const { name, manifest: own } of manifest.environments) {
    const { artifacts, secrets, sealed } = JSON.parse(check('', own).toString()) as EnvironmentManifest
    for (const file of [...artifacts, ...secrets, ...(sealed === null ? [] : [sealed])]) check(`${name}/`, file)
  }
  assert.deepEqual([...files.keys()].filter((path) => !seen.has(path)), [], 'files that belong to nothing')
  const entries = chainEntries(read('chain.jsonl'))
  const last = entries.at(-1) ?? assert.fail('the chain is empty')
  assert.equal(last.manifest, digest(read('manifest.json')))
  assert.equal(last.statement, digest(read('provenance.json')))
  assert.equal(last.commit, manifest.source.commit)
  return { commit: manifest.source.commit, manifest, entries }
}

/** The entries of a chain, each of which names the digest of the line before. */
export function chainEntries(bytes: Buffer): ChainEntry[] {
  const lines = bytes.toString().split('\n')
  assert.equal(lines.pop(), '')
  let before: string | null = null
  return lines.map((line, i) => {
    const { entry } = JSON.parse(line) as { entry: ChainEntry }
    assert.equal(entry.sequence, i + 1)
    assert.equal(entry.predecessor, before)
    before = digest(Buffer.from(line))
    return entry
  })
}

export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
