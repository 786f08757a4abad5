import { finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { inFile, inSpan, type Place } from '../../core/place.ts'
import {
  CHAIN_FILE, STATEMENT_FILE, type ChainEntry, type DigestOf, type PublicationManifest, type PublishedFiles,
} from '../../core/publication.ts'
import type { VerifyResult } from '../../core/publish-result.ts'
import { Source } from '../../core/source.ts'
import { MAX_CHAIN_BYTES, readChain, type ReadLine } from '../../stages/publish/chain.ts'
import { MAX_MANIFEST_BYTES } from '../../stages/publish/read-manifest.ts'
import { verifyStatement } from '../../stages/verify/statement.ts'
import type { ListedFiles } from '../../stages/verify/verify-files.ts'

/** Checks the signatures of entries. */
export interface SignatureCheck {
  /** Whether it is known who may sign; where not, a signature can be sound, and is nobody's. */
  readonly knowsSigners: boolean
  /** `by`: absent where nobody is known. */
  readonly check: (line: Omit<ReadLine, 'digest'>) => { readonly by?: string; readonly problem?: 'invalid' | 'stranger' }
}

export interface ChainInput {
  readonly files: PublishedFiles
  readonly digest: DigestOf
  readonly manifest: PublicationManifest
  readonly manifestDigest: string
  readonly listed: ListedFiles
  readonly signatures: SignatureCheck
}

export interface Chain extends Pick<VerifyResult, 'entries' | 'head' | 'signed' | 'signers' | 'isVouchedFor' | 'rollback' | 'publishedTo'> {
  /** The last entry; absent where the chain cannot be read, or ends with another publication. */
  readonly last?: Last
}

export interface Last {
  readonly entry: ChainEntry
  readonly at: Place
}

/** Verifies what belongs to the runs: the chain, the statement of the last one, and who signed. */
export function verifyChain(input: ChainInput, report: Report): Chain {
  const { files, digest, manifest, signatures } = input
  const signers = signatures.knowsSigners ? { signers: [] } : {}
  const nobody = { signed: 0, isVouchedFor: false, ...signers }
  const none = { entries: 0, head: undefined, rollback: null, publishedTo: undefined, ...nobody }
  const bytes = files.read(CHAIN_FILE, MAX_CHAIN_BYTES)
  if (bytes === undefined) {
    const isThere = files.entries.some(({ path }) => path === CHAIN_FILE)
    const said = isThere ? say`cannot be read as a file` : say`is not there: nothing tells when and by whom this was published`
    report(finding('verify/broken-chain', inFile(CHAIN_FILE), said))
    return none
  }
  const text = new ChainText(bytes)
  const { lines, problem } = readChain(bytes, digest)
  const last = lines?.at(-1)
  if (lines === undefined || last === undefined) {
    report(finding('verify/broken-chain', text.placeOf(problem?.line ?? 1), problem?.said ?? say`has no entry`))
    return none
  }
  const at = text.placeOf(lines.length)
  const { entry } = last
  if (entry.manifest !== input.manifestDigest) {
    report(finding('verify/broken-chain', at, say`the last entry is of another manifest than the one here: one of the two was changed`))
  } else if (entry.commit !== manifest.source.commit) {
    report(finding('verify/broken-chain', at, say`the last entry is of another commit than the manifest`))
  } else checkStatement(input, { entry, at }, report)
  const signed = lines.filter(({ signature }) => signature !== null).length
  const { rollback, target } = entry
  const told = { entries: lines.length, head: last.digest, signed, rollback, publishedTo: target, last: { entry, at } }
  return { ...told, ...checkSignatures(signatures, { lines, text }, report) }
}

function checkStatement(input: ChainInput, { entry, at }: Last, report: Report): void {
  const { files, digest, manifest, manifestDigest, listed } = input
  const place = inFile(STATEMENT_FILE)
  const bytes = files.read(STATEMENT_FILE, MAX_MANIFEST_BYTES)
  if (bytes === undefined) {
    const isThere = files.entries.some(({ path }) => path === STATEMENT_FILE)
    const said = isThere ? say`cannot be read as the file that was published` : say`belongs to every publication, and is not there`
    report(finding(isThere ? 'verify/changed-file' : 'verify/missing-file', place, said))
    return
  }
  if (digest(bytes) !== entry.statement) {
    report(finding('verify/changed-file', place, say`is not the statement that was published: the chain's last entry has another digest`))
    return
  }
  // What a manifest lists that cannot be read is not known.
  if (listed.environments.length !== manifest.environments.length) return
  const problem = verifyStatement({ bytes, manifest, digest: manifestDigest, listed: listed.listed, entry })
  if (problem?.of === 'entry') report(finding('verify/broken-chain', at, problem.said))
  else if (problem !== undefined) report(finding('verify/bad-statement', place, problem.said))
}

interface Signed {
  readonly lines: readonly ReadLine[]
  readonly text: ChainText
}

/**
 * Every entry's signature, and that from the first signed one on every entry is: otherwise whoever can write could go
 * on without one. Where nobody is known it is only seen whether the last one, which covers all before it, is sound.
 */
function checkSignatures({ knowsSigners, check }: SignatureCheck, { lines, text }: Signed, report: Report): Pick<Chain, 'signers' | 'isVouchedFor'> {
  const signers = new Set<string>()
  let signed = false
  let isVouchedFor = false
  for (const [i, line] of lines.entries()) {
    const isLast = i === lines.length - 1
    if (line.signature === null) {
      if (knowsSigners && (signed || isLast)) report(finding('verify/unsigned', text.placeOf(i + 1), say`entry ${i + 1} is not signed`))
      continue
    }
    signed = true
    if (!knowsSigners && !isLast) continue
    const { by, problem } = check(line)
    if (by !== undefined) signers.add(by)
    if (isLast) isVouchedFor = knowsSigners && by !== undefined && problem === undefined
    if (problem === undefined) continue
    const place = text.placeOf(i + 1)
    if (problem === 'stranger') report(finding('verify/unknown-signer', place, say`entry ${i + 1} is signed with a key that was not allowed to sign then`))
    else report(finding('verify/bad-signature', place, say`what stands as the signature of entry ${i + 1} does not sign that entry`))
  }
  return { isVouchedFor, ...(knowsSigners && { signers: [...signers] }) }
}

/** The text of a chain, and where its lines are. */
class ChainText {
  readonly #source: Source
  readonly #starts: readonly number[]

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes).toString('utf8')
    this.#source = new Source(CHAIN_FILE, text)
    const starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    this.#starts = starts
  }

  /** @param line 1-based */
  placeOf(line: number): Place {
    const start = this.#starts[line - 1] ?? 0
    const next = this.#starts[line]
    return inSpan(this.#source, start, next === undefined ? this.#source.text.length : next - 1)
  }
}
