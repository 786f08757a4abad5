import { name, say, type Message } from '../../core/message.ts'
import {
  CHAIN_FILE, MANIFEST_FILE, OWN_FILES, STATEMENT_FILE, territoryOf, type DigestOf, type Publication, type Published,
  type PublishedFiles, type PublicationManifest,
} from '../../core/publication.ts'
import { MAX_CHAIN_BYTES, readChain, type ReadLine } from './chain.ts'
import { MAX_MANIFEST_BYTES, readPublicationManifest } from './read-manifest.ts'

/**
 * What is known of two commits: the one that is the newest at the target, seen from the one to publish. `missing`: the
 * clone has all its history and not that commit; `unknown`: the clone was made without all history.
 */
export type Relation = 'same' | 'ancestor' | 'descendant' | 'unrelated' | 'missing' | 'unknown'

export interface Question {
  readonly publication: Publication
  readonly published: Published
  /** Of the target's newest commit to the one that is published; `same` where nothing is published yet. */
  readonly relation: Relation
  /** Whether somebody asked to go back to this commit. */
  readonly rollback: boolean
  /** Whether only some of the environments that could be published are. */
  readonly narrowed: boolean
  /** Whether the target can note a newest commit without a new publication. */
  readonly canAdvance: boolean
  /** The target, as an entry of the chain has to tell it; absent where nobody holds entries against it. */
  readonly target?: string
  /** What the target adds by itself, as it was to be for what is published; no bytes where that is not known. */
  readonly added?: { readonly path: string; readonly bytes: Uint8Array | undefined }
  readonly digest: DigestOf
}

/** What is to be done at a target. */
export type Decision =
  | Changes
  /** The bytes are there already, from an older commit: only that this commit is the newest is to be noted. */
  | { readonly does: 'advance'; readonly newest: string }
  | { readonly does: 'nothing' }
  /** A newer commit has been published: this run came late, and nothing is to be done. */
  | { readonly does: 'superseded'; readonly by: string }
  | Refusal

export interface Refusal {
  readonly does: 'refuse'
  readonly said: Message
  readonly hint: Message
}

export interface Changes {
  readonly does: 'publish'
  /** Paths, sorted. */
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  /** The last line of the chain that is continued. */
  readonly last: ReadLine | undefined
  /** The bytes of that chain. */
  readonly chain: Uint8Array
  readonly newest: string
  readonly rollback: string | null
}

/** Largest file of a publication that is compared, in bytes. */
export const MAX_PUBLISHED_BYTES = 100_000_000

/**
 * Decides what a publication changes at a target, and whether it may. Only what a publication of this repository wrote
 * is ever replaced or removed, never what another tool or another application put beside it.
 */
export function decide(question: Question): Decision {
  const { publication, published } = question
  const { commit } = publication.manifest.source
  const standing = standingOf(question)
  if ('does' in standing) return standing
  const { manifest, last, isWhole } = standing
  const newest = newestOf(published, question.digest)
  const refused = newest === undefined ? nothingToGoBackFrom(question) : mayReplace(question, newest, last)
  const narrow = refused ?? otherFolder(question, manifest) ?? wouldNarrow(question, manifest)
  if (narrow !== undefined) return narrow
  const changes = comparison(question, manifest)
  const isLate = newest !== undefined && question.relation === 'descendant'
  if (manifest !== undefined && isWhole && isNothing(changes) && isSameButCommit(manifest, publication.manifest)) {
    if (newest === commit || isLate) return { does: 'nothing' }
    if (question.canAdvance) return { does: 'advance', newest: commit }
  }
  return {
    does: 'publish',
    ...changes,
    ...(manifest !== undefined && { changed: [...changes.changed, MANIFEST_FILE].sort() }),
    last,
    chain: standing.chain,
    // After going back, what was the newest stays so: a run that comes late must not undo it.
    newest: isLate ? newest : commit,
    rollback: question.rollback && question.relation !== 'ancestor' && newest !== commit ? (newest ?? null) : null,
  }
}

/** What is published at a target already. */
interface Standing {
  readonly manifest: PublicationManifest | undefined
  readonly last: ReadLine | undefined
  readonly chain: Uint8Array
  /** Whether manifest and statement are those that the chain ends with, as files, and were made for this target. */
  readonly isWhole: boolean
}

/** The newest commit that a target knows of: its mark, or what its chain says. */
export function newestOf(published: Published, digest: DigestOf): string | undefined {
  const chain = published.newest === undefined ? published.files?.read(CHAIN_FILE, MAX_CHAIN_BYTES) : undefined
  return published.newest ?? (chain && readChain(chain, digest).lines?.at(-1)?.entry.newest)
}

/** What stands at the target, or why it cannot be continued. */
function standingOf({ publication, published: { files }, target, added, digest }: Question): Standing | Refusal {
  const manifestBytes = files?.read(MANIFEST_FILE, MAX_MANIFEST_BYTES)
  const blocked = files && blockedBy(files, publication)
  if (blocked !== undefined) {
    return refuse(
      say`${name(blocked)} is a file there, and a folder of the publication has that name`,
      say`publish into a folder of its own with \`path\`, or remove that file`,
    )
  }
  if (files === undefined || manifestBytes === undefined) {
    const taken = files && takenBy(files, publication)
    if (taken === undefined) return { manifest: undefined, last: undefined, chain: new Uint8Array(), isWhole: false }
    return refuse(
      say`${name(taken)} is there already, and no publication wrote it: there is no ${name(MANIFEST_FILE)}`,
      say`publish into a folder of its own with \`path\`, or remove what is there`,
    )
  }
  const manifest = readPublicationManifest(manifestBytes)
  const chain = files.read(CHAIN_FILE, MAX_CHAIN_BYTES)
  const last = chain && readChain(chain, digest).lines?.at(-1)
  if (manifest !== undefined && last !== undefined && chain !== undefined) {
    const statement = files.read(STATEMENT_FILE, MAX_PUBLISHED_BYTES)
    const isWhole = digest(manifestBytes) === last.entry.manifest
      && statement !== undefined && digest(statement) === last.entry.statement
      && (target === undefined || last.entry.target === target)
      && (added?.bytes === undefined || isEqual(files.read(added.path, MAX_PUBLISHED_BYTES), added.bytes))
      && !files.entries.some(({ path, type }) => type !== 'file' && OWN_FILES.includes(path))
    return { manifest, last, chain, isWhole }
  }
  return refuse(
    say`${name(manifest === undefined ? MANIFEST_FILE : CHAIN_FILE)} is there, and is not as Cairn writes it`,
    say`bring the last publication back, or publish elsewhere: cairn verify says what is wrong`,
  )
}

function takenBy(files: PublishedFiles, publication: Publication): string | undefined {
  const isOurs = territoryOf(publication.manifest.environments)
  return files.entries.find(({ path }) => isOurs(path))?.path
}

/** A file of somebody else where a folder is needed: Git would let the folder take its place without a word. */
function blockedBy(files: PublishedFiles, { manifest }: Publication): string | undefined {
  const above = new Set(manifest.environments.flatMap(({ name: folder }) => {
    const parts = folder.split('/')
    return parts.map((_, i) => parts.slice(0, i + 1).join('/'))
  }))
  return files.entries.find(({ path }) => above.has(path))?.path
}

function nothingToGoBackFrom({ rollback }: Question): Refusal | undefined {
  return rollback ? refuse(say`nothing is published there yet`, say`publish without going back`) : undefined
}

/** Whether what is published comes from a commit that this one may take the place of. */
function mayReplace(question: Question, newest: string, last: ReadLine | undefined): Decision | undefined {
  const { commit } = question.publication.manifest.source
  const isAsked = question.rollback && question.relation !== 'unknown'
  if (isAsked || question.relation === 'ancestor') return undefined
  switch (question.relation) {
    case 'same':
      // Once a newer commit was noted, the one that was gone back from no longer counts.
      if (last === undefined || last.entry.commit === commit || last.entry.newest !== commit) return undefined
      return refuse(
        say`${name(short(commit))} was gone back from, to ${name(short(last.entry.commit))}`,
        say`publish a newer commit, or say so: --rollback-to ${name(short(commit))}`,
      )
    case 'descendant':
      return { does: 'superseded', by: newest }
    case 'missing':
      return refuse(
        say`${name(short(newest))} was published there, and this clone does not have that commit`,
        say`git fetch (in actions/checkout: fetch-depth: 0), and publish again; if history was rewritten and this commit shall count from now on: --rollback-to ${name(short(commit))}`,
      )
    case 'unknown':
      return refuse(
        say`${name(short(newest))} was published there, and this clone does not have that commit`,
        say`fetch the whole history (in actions/checkout: fetch-depth: 0)`,
      )
    case 'unrelated':
      return refuse(
        say`${name(short(newest))} was published there, and ${name(short(commit))} does not descend from it`,
        say`history was rewritten; if this commit shall count from now on: --rollback-to ${name(short(commit))}`,
      )
  }
}

type Before = PublicationManifest | undefined

/** Two folders of one repository that publish to one place would take each other's files away, in turns. */
function otherFolder({ publication, rollback }: Question, before: Before): Refusal | undefined {
  const { prefix, commit } = publication.manifest.source
  if (rollback || before === undefined || before.source.prefix === prefix) return undefined
  const folder = (of: string): Message => (of === '' ? say`the top of the repository` : say`${name(of)}`)
  return refuse(
    say`what is published there was made from ${folder(before.source.prefix)}, and this from ${folder(prefix)}`,
    say`publish to a target of its own, or into one with \`path\`; if the folder was moved: --rollback-to ${name(short(commit))}`,
  )
}

function wouldNarrow({ publication, narrowed }: Question, before: Before): Refusal | undefined {
  if (!narrowed || before === undefined) return undefined
  const stay = new Set(publication.manifest.environments.map((environment) => environment.name))
  const gone = before.environments.find((environment) => !stay.has(environment.name))
  if (gone === undefined) return undefined
  return refuse(
    say`${name(gone.name)} is published there too, and would be removed`,
    say`publish all environments, or give each a target of its own with {environment} in its name`,
  )
}

type Comparison = Pick<Changes, 'added' | 'changed' | 'removed'>

function comparison({ publication, published: { files } }: Question, before: Before): Comparison {
  const types = new Map(files?.entries.map(({ path, type }) => [path, type]))
  const added: string[] = []
  const changed: string[] = []
  for (const { path, bytes } of publication.files) {
    if (path === MANIFEST_FILE && types.has(path)) continue // another commit at least: compared as a manifest
    if (!types.has(path)) added.push(path)
    else if (types.get(path) !== 'file' || !isEqual(files?.read(path, MAX_PUBLISHED_BYTES), bytes)) changed.push(path)
  }
  const stays = new Set([...publication.files.map(({ path }) => path), ...OWN_FILES])
  const isOurs = territoryOf([...(before?.environments ?? []), ...publication.manifest.environments])
  return { added, changed, removed: Array.from(types.keys()).filter((path) => isOurs(path) && !stays.has(path)).sort() }
}

function isEqual(found: Uint8Array | undefined, bytes: Uint8Array): boolean {
  return found !== undefined && Buffer.compare(found, bytes) === 0
}

function isNothing({ added, changed, removed }: Comparison): boolean {
  return added.length + changed.length + removed.length === 0
}

function isSameButCommit(one: PublicationManifest, other: PublicationManifest): boolean {
  const source = { ...one.source, commit: other.source.commit }
  return JSON.stringify({ ...one, source }) === JSON.stringify(other)
}

function refuse(said: Message, hint: Message): Refusal {
  return { does: 'refuse', said, hint }
}

const short = (commit: string): string => commit.slice(0, 12)
