import { compareText } from '../../core/collector.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import {
  CHAIN_FILE, MANIFEST_FILE, STATEMENT_FILE, type ChainEntry, type DigestOf, type Publication, type PublicationFile,
  type Published, type SourceCommit, type Target,
} from '../../core/publication.ts'
import type { Outcome } from '../../core/publish-result.ts'
import { chainLine, signedText } from '../../stages/publish/chain.ts'
import { decide, newestOf, type Changes, type Decision, type Relation } from '../../stages/publish/decide.ts'
import { MAX_MANIFEST_BYTES, readPublicationManifest } from '../../stages/publish/read-manifest.ts'
import { provenanceStatement, type PublishingRun } from '../../stages/publish/statement.ts'
import { gitSettings } from '../../stages/verify/git-settings.ts'
import { repositoryIn } from '../../stages/verify/statement.ts'
import { unsoundChain } from './sound-signatures.ts'
import type { SignatureCheck } from './verify-chain.ts'

export interface Publishing {
  readonly publication: Publication
  readonly source: SourceCommit
  readonly run: PublishingRun
  /** What is known of another commit, as of that one; undefined where it is not there. */
  readonly sourceOf?: (commit: string) => Omit<SourceCommit, 'url'> | undefined
  /** How the commit that is the newest at a target is related to the one to publish. */
  readonly relationOf: (newest: string) => Relation | Promise<Relation>
  /** Signs the text of a chain entry; absent where nobody signs. */
  readonly sign?: (text: Uint8Array) => Promise<string>
  /** Where it is known who may sign. */
  readonly signatures?: SignatureCheck
  readonly rollback: boolean
  readonly narrowed: boolean
  /** Whether `cairn.yaml` has the target: what is there then has to tell that it was made for it. */
  readonly isDeclared: boolean
  readonly digest: DigestOf
  /** Waits before the target is read again: others are publishing there. */
  readonly pause: (attempt: number) => Promise<void>
}

/** How often a target that others are changing is read again. */
const ATTEMPTS = 100

/** What publishing to a target would do. Changes nothing. */
export async function planFor(target: Target, publishing: Publishing): Promise<Outcome> {
  const published = await target.read()
  return outcomeOf(target, publishing, { published, decision: await decideOn(target, published, publishing) })
}

/**
 * Publishes to a target: reads what is there, decides, and applies the decision to exactly that state; where somebody
 * else was quicker, all of it again.
 *
 * @throws Failure where the target cannot be reached, or does not come to rest
 */
export async function publishTo(target: Target, publishing: Publishing): Promise<Outcome> {
  await target.settle()
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const published = await target.read()
    const decision = await decideOn(target, published, publishing)
    const outcome = outcomeOf(target, publishing, { published, decision })
    if (decision.does !== 'publish' && decision.does !== 'advance') return outcome
    const files = decision.does === 'publish' ? await filesFor(decision, publishing, target.name) : []
    const removed = decision.does === 'publish' ? decision.removed : []
    const { source } = publishing
    const change = { on: published, does: decision.does, files, removed, newest: decision.newest, source }
    if ((await target.apply(change)) === 'applied') {
      const statement = files.find(({ path }) => path === STATEMENT_FILE)?.bytes
      return { ...outcome, ...(statement && { statement }) }
    }
    await publishing.pause(attempt)
  }
  const said = say`${name(target.name)} was changed by others ${ATTEMPTS} times while this run tried to publish there`
  throw new Failure('broken', said, say`run it again when they are done`)
}

interface Decided {
  readonly published: Published
  readonly decision: Decision
}

function outcomeOf(target: Target, { publication }: Publishing, { published: { files }, decision }: Decided): Outcome {
  const { environments } = publication.manifest
  const settings = files === undefined ? [] : gitSettings({ files, environments, exclusive: false })
  const names = environments.map((environment) => environment.name)
  return { target: target.name, environments: names, decision, ...(settings.length > 0 && { settings }) }
}

async function decideOn(target: Target, published: Published, publishing: Publishing): Promise<Decision> {
  const { publication, rollback, narrowed, isDeclared, digest } = publishing
  const newest = newestOf(published, digest)
  const relation = newest === undefined ? 'same' : await publishing.relationOf(newest)
  const { canAdvance, name: text } = target
  const question = { publication, published, relation, rollback, narrowed, canAdvance, digest }
  const { adds } = target
  const decision = decide({
    ...question,
    ...(isDeclared && { target: text }),
    ...(adds && { added: { path: adds.path, bytes: addedTo(published, adds.of, publishing) } }),
  })
  const { signatures, sign } = publishing
  if (signatures === undefined || decision.does === 'refuse' || decision.does === 'superseded') return decision
  const addsUnsigned = decision.does === 'publish' && sign === undefined
  return unsoundChain({ files: published.files, signatures, addsUnsigned, digest }) ?? decision
}

/** What a target added to what is published there, of that commit and of the repository that the statement names. */
function addedTo(
  { files }: Published,
  of: (source: SourceCommit) => Uint8Array,
  { source, sourceOf }: Publishing,
): Uint8Array | undefined {
  const read = (path: string): Uint8Array => files?.read(path, MAX_MANIFEST_BYTES) ?? new Uint8Array()
  const commit = readPublicationManifest(read(MANIFEST_FILE))?.source.commit
  if (commit === undefined) return undefined
  const known = commit === source.commit ? source : sourceOf?.(commit)
  return known && of({ ...known, url: repositoryIn(read(STATEMENT_FILE)) })
}

/** The publication with what belongs to this run: the statement, and the chain with one more line. */
async function filesFor(changes: Changes, publishing: Publishing, target: string): Promise<PublicationFile[]> {
  const { publication, run, digest } = publishing
  const manifest = publication.files.find(({ path }) => path === MANIFEST_FILE) as PublicationFile
  const statement = provenanceStatement(publication, { ...run, target, rollback: changes.rollback }, digest)
  const entry: ChainEntry = {
    version: 1,
    sequence: (changes.last?.entry.sequence ?? 0) + 1,
    predecessor: changes.last?.digest ?? null,
    manifest: digest(manifest.bytes),
    statement: digest(statement),
    commit: publication.manifest.source.commit,
    target,
    time: run.time,
    ref: run.ref,
    actor: run.actor,
    run: run.run,
    newest: changes.newest,
    rollback: changes.rollback,
  }
  const signature = await signatureOf(entry, publishing)
  const chain = Buffer.concat([changes.chain, Buffer.from(`${chainLine({ entry, signature })}\n`)])
  const files = [...publication.files, { path: CHAIN_FILE, bytes: chain }, { path: STATEMENT_FILE, bytes: statement }]
  return files.sort((a, b) => compareText(a.path, b.path))
}

/** @throws Failure (usage) for a key that is not one of those which may sign */
async function signatureOf(entry: ChainEntry, { sign, signatures }: Publishing): Promise<string | null> {
  if (sign === undefined) return null
  const signed = signedText(entry)
  const signature = await sign(signed)
  if (signatures?.check({ entry, signature, signed }).problem === undefined) return signature
  throw new Failure('usage', say`the key is not one that may sign now, by \`publish.signers\` of cairn.yaml`, say`name another key, or have the file of allowed signers changed first; nothing was published there`)
}
