import { name, say, type Message } from '../../core/message.ts'
import type { Digest } from '../../core/publication.ts'
import { isObject, parsedJson } from '../../core/untrusted.ts'

/** The type of what a DSSE envelope holds, where it is an in-toto statement. */
const PAYLOAD_TYPE = 'application/vnd.in-toto+json'
const STATEMENTS = /^https:\/\/in-toto\.io\/Statement\/v(?:0\.1|1)$/

/**
 * Looks into a Sigstore bundle, or a file with one a line as `gh attestation download` writes them: whether one of them
 * attests the publication. Its signature is not verified here, which takes Sigstore's roots of trust and with them the
 * network: `gh attestation verify` does that.
 *
 * @param digest of the publication's root `manifest.json`, which has the digests of all the rest
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 */
export function attestationProblem(bytes: Uint8Array, digest: Digest): Message | undefined {
  const statements = bundlesOf(Buffer.from(bytes).toString('utf8')).map(statementOf)
  if (statements.length === 0 || statements.includes(undefined)) return say`is no Sigstore bundle with an in-toto statement`
  const digests = statements.flatMap((statement) => digestsOf(statement))
  if (digests.includes(digest)) return undefined
  const first = digests[0]
  const other = first === undefined ? say`nothing` : say`${name(first.slice(0, 12))}`
  return say`attests ${other}, and the SHA-256 of this publication's manifest.json starts with ${name(digest.slice(0, 12))}`
}

function bundlesOf(text: string): unknown[] {
  const whole = parsedJson(text)
  if (whole !== undefined) return [whole]
  return text.split('\n').filter((line) => line.trim() !== '').map(parsedJson)
}

function statementOf(bundle: unknown): Readonly<Record<string, unknown>> | undefined {
  const envelope = isObject(bundle) ? bundle['dsseEnvelope'] : undefined
  if (!isObject(envelope) || envelope['payloadType'] !== PAYLOAD_TYPE || typeof envelope['payload'] !== 'string') return undefined
  const statement = parsedJson(Buffer.from(envelope['payload'], 'base64').toString('utf8'))
  const type = isObject(statement) ? statement['_type'] : undefined
  return isObject(statement) && typeof type === 'string' && STATEMENTS.test(type) ? statement : undefined
}

function digestsOf(statement: Readonly<Record<string, unknown>> | undefined): string[] {
  const subject = statement?.['subject']
  if (!Array.isArray(subject)) return []
  return subject.flatMap((one: unknown): string[] => {
    const digest = isObject(one) ? one['digest'] : undefined
    const sha256 = isObject(digest) ? digest['sha256'] : undefined
    return typeof sha256 === 'string' ? [sha256] : []
  })
}
