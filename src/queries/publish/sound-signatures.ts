import { name, say, type Message } from '../../core/message.ts'
import { CHAIN_FILE, type DigestOf, type PublishedFiles } from '../../core/publication.ts'
import { MAX_CHAIN_BYTES, readChain, type ReadLine } from '../../stages/publish/chain.ts'
import type { Refusal } from '../../stages/publish/decide.ts'
import type { SignatureCheck } from './verify-chain.ts'

export interface SignedChain {
  /** What is published; undefined where nothing is. */
  readonly files: PublishedFiles | undefined
  readonly signatures: SignatureCheck
  /** Whether a line is to be written that nobody signs. */
  readonly addsUnsigned: boolean
  readonly digest: DigestOf
}

/**
 * Why a chain is not to be continued where it is known who signs: it would be refused from then on, whoever signs
 * later. Only the last line is checked by itself: whoever signed it has signed for all before.
 */
export function unsoundChain({ files, signatures, addsUnsigned, digest }: SignedChain): Refusal | undefined {
  const bytes = files?.read(CHAIN_FILE, MAX_CHAIN_BYTES)
  const lines = (bytes && readChain(bytes, digest).lines) ?? []
  return brokenChain(lines, signatures) ?? (addsUnsigned ? UNSIGNED : undefined)
}

const UNSIGNED: Refusal = {
  does: 'refuse',
  said: say`\`publish.signers\` of cairn.yaml says who signs, and this run signs nothing: cairn verify would refuse what it publishes`,
  hint: say`name a key: --sign-key (in the action: sign-key)`,
}

function brokenChain(lines: readonly ReadLine[], signatures: SignatureCheck): Refusal | undefined {
  const last = lines.at(-1)
  const first = lines.findIndex(({ signature }) => signature !== null)
  if (last === undefined || first < 0) return undefined
  const unsigned = lines.findIndex(({ signature }, i) => i > first && signature === null)
  if (unsigned >= 0) return anew(say`line ${unsigned + 1} of ${name(CHAIN_FILE)} there is not signed, and one before it is`)
  const { problem } = signatures.check(last)
  if (problem === 'invalid') return anew(say`what stands as the signature of the last publication there does not sign it`)
  if (problem === 'stranger') return anew(say`the last publication there is signed with a key that was not allowed to sign then`)
  return undefined
}

function anew(said: Message): Refusal {
  const hint = say`see with cairn verify what was written there, and bring the publication before it back; or remove what is there, and the next run begins a chain of its own`
  return { does: 'refuse', said: say`${said}: cairn verify would refuse all that follows`, hint }
}
