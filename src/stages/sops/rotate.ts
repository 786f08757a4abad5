import type { Secret } from '../../core/opaque.ts'
import { entriesOf, newText, type SopsComment, type SopsEntry, type SopsLeaf, type SopsList, type SopsMapping } from '../../core/sops/document.ts'
import { attempt, refuse, SopsRefusal, type Outcome } from '../../core/sops/problem.ts'
import { unitOf } from './edit.ts'
import { additionalOf, type OpenedFile, type SopsRun } from './open.ts'
import type { SopsFile } from './read.ts'
import { setKeys, type NewKeys } from './recipients.ts'
import { reopened } from './reopen.ts'
import { applySplices, Splicer, type Placed, type Splice } from './splice.ts'
import { stampSplices } from './stamp.ts'

/** What a rotation puts in place of the old. */
export interface Rotation extends NewKeys {
  /** A new data key, which the keys hold. */
  readonly dataKey: Secret
  /** RFC 3339 in UTC and whole seconds. */
  readonly now: string
}

/**
 * Gives a file a new data key: every sealed value and comment is sealed anew, every key holds the new one, `mac` and
 * `lastmodified` follow. What stands in clear, order, comments and form stay.
 *
 * @returns the new text; or `unsupported-key` where a key of another type than age would lose access, `read-only`
 */
export function rotateSops(opened: OpenedFile, rotation: Rotation, run: SopsRun): Outcome<string> {
  return attempt(() => {
    const { file } = opened
    if (file.format === 'ini') refuse('read-only')
    const foreign = file.metadata.groups.flatMap(({ keys }) => keys).find(({ type }) => type !== 'age')
    if (foreign !== undefined) refuse('unsupported-key', foreign)
    const { dataKey, now } = rotation
    const resealed = { ...file, text: applySplices(file.text, resealSplices(opened, dataKey, run)) }
    const rekeyed = setKeys(rereadForm(resealed, { file, dataKey }, run), rotation)
    if (!rekeyed.ok) throw new SopsRefusal(rekeyed.problems[0] ?? refuse('bad-metadata'))
    const again = reopened({ file, dataKey }, rekeyed.result, run)
    return applySplices(again.file.text, stampSplices(again, now, run.cipher))
  })
}

function rereadForm({ text }: SopsFile, at: Pick<OpenedFile, 'file' | 'dataKey'>, run: SopsRun): SopsFile {
  return reopened(at, text, run).file
}

function resealSplices(opened: OpenedFile, dataKey: Secret, { cipher }: SopsRun): readonly Splice[] {
  const { file, leaves, comments } = opened
  const splicer = new Splicer(file.text, file.format, unitOf(file))
  const places = placesOf(file)
  const splices: Splice[] = []
  for (const { leaf, value, keys, selected, aliased } of leaves) {
    const isSealed = selected && value !== null && 'opaque' in value
    if (aliased && isSealed) refuse('through-alias', leaf)
    if (isSealed) splices.push(leafSplice(splicer, places, leaf, cipher.seal(value, additionalOf(keys), dataKey)))
  }
  for (const { comment, opened: found } of comments) {
    if (found === undefined) continue
    const envelope = cipher.sealComment(found.text, found.additional, dataKey)
    splices.push(comment.kind === 'leaf' ? leafSplice(splicer, places, comment, envelope) : commentSplice(file, comment, envelope))
  }
  return splices
}

/** The comment's sign stays (`#`, in INI files `;`). */
function commentSplice({ text }: SopsFile, { start, end }: SopsComment, envelope: string): Splice {
  const sign = /^[;#]\s*/.exec(text.slice(start, end))?.[0] ?? '#'
  return { start, end, text: sign + envelope }
}

function leafSplice(splicer: Splicer, places: LeafPlaces, leaf: SopsLeaf, envelope: string): Splice {
  const { placed, entry } = places.get(leaf) as LeafPlace
  return splicer.replaceLeaf(placed, entry, newText(envelope).value)
}

interface LeafPlace {
  readonly placed: Placed
  readonly entry: SopsEntry
}
export type LeafPlaces = ReadonlyMap<SopsLeaf, LeafPlace>

/** The entry and container of every leaf of a file. */
export function placesOf({ documents }: Pick<SopsFile, 'documents'>): LeafPlaces {
  const places = new Map<SopsLeaf, LeafPlace>()
  const note = (container: SopsMapping | SopsList, parent: SopsEntry | undefined): void => {
    for (const entry of entriesOf(container)) {
      if (entry.node.kind !== 'leaf') note(entry.node, entry)
      else if (entry.alias === undefined) places.set(entry.node, { placed: { container, parent, column: 0 }, entry })
    }
  }
  for (const { root } of documents) note(root, undefined)
  return places
}
