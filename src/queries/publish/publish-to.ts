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
import { provenanceStatement, type PublishingRun } from '../../stages/publish/statement.ts'

export interface Publishing {
  readonly publication: Publication
  readonly source: SourceCommit
  readonly run: PublishingRun
  /** How the commit that is the newest at a target is related to the one to publish. */
  readonly relationOf: (newest: string) => Relation
  /** Signs the text of a chain entry; absent where nobody signs. */
  readonly sign?: (text: Uint8Array) => Promise<string>
  readonly rollback: boolean
  readonly narrowed: boolean
  readonly digest: DigestOf
  /** Waits before the target is read again: others are publishing there. */
  readonly pause: (attempt: number) => Promise<void>
}

/** How often a target that others are changing is read again. */
const ATTEMPTS = 100

/** What publishing to a target would do. Changes nothing. */
export async function planFor(target: Target, publishing: Publishing): Promise<Outcome> {
  return { ...outcomeOf(target, publishing), decision: decideOn(target, await target.read(), publishing) }
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
    const decision = decideOn(target, published, publishing)
    const outcome = { ...outcomeOf(target, publishing), decision }
    if (decision.does !== 'publish' && decision.does !== 'advance') return outcome
    const files = decision.does === 'publish' ? await filesFor(decision, publishing) : []
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

function outcomeOf(target: Target, { publication }: Publishing): Omit<Outcome, 'decision'> {
  return { target: target.name, environments: publication.manifest.environments.map((environment) => environment.name) }
}

function decideOn({ canAdvance }: Target, published: Published, publishing: Publishing): Decision {
  const { publication, rollback, narrowed, digest } = publishing
  const newest = newestOf(published, digest)
  const relation = newest === undefined ? 'same' : publishing.relationOf(newest)
  return decide({ publication, published, relation, rollback, narrowed, canAdvance, digest })
}

/** The publication with what belongs to this run: the statement, and the chain with one more line. */
async function filesFor(changes: Changes, publishing: Publishing): Promise<PublicationFile[]> {
  const { publication, run, digest } = publishing
  const manifest = publication.files.find(({ path }) => path === MANIFEST_FILE) as PublicationFile
  const statement = provenanceStatement(publication, { ...run, rollback: changes.rollback }, digest)
  const entry: ChainEntry = {
    version: 1,
    sequence: (changes.last?.entry.sequence ?? 0) + 1,
    predecessor: changes.last?.digest ?? null,
    manifest: digest(manifest.bytes),
    statement: digest(statement),
    commit: publication.manifest.source.commit,
    time: run.time,
    ref: run.ref,
    actor: run.actor,
    run: run.run,
    newest: changes.newest,
    rollback: changes.rollback,
  }
  const signature = (await publishing.sign?.(signedText(entry))) ?? null
  const chain = Buffer.concat([changes.chain, Buffer.from(`${chainLine({ entry, signature })}\n`)])
  const files = [...publication.files, { path: CHAIN_FILE, bytes: chain }, { path: STATEMENT_FILE, bytes: statement }]
  return files.sort((a, b) => compareText(a.path, b.path))
}
