import { Secret } from '../../core/opaque.ts'
import { entriesOf, isCommentItem, type Clear, type SopsComment, type SopsEntry, type SopsLeaf, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import { inClear } from './clear.ts'
import { unitOf } from './edit.ts'
import type { OpenComment, OpenedFile } from './open.ts'
import type { MetadataBlock, SopsFile } from './read.ts'
import { placesOf, type LeafPlaces } from './rotate.ts'
import { applySplices, endOf, Splicer, type Splice } from './splice.ts'

/**
 * The text of an opened file in clear, in its own format: every envelope gives way to its value, comments too, and the
 * metadata is taken out; lines, order and form stay. PLAINTEXT: for standard output and for an editor, nothing else.
 *
 * @returns the text; or `not-representable` where a value has no form in this format, such as a dotenv text with a
 *   literal `\n`
 */
export function plainText(opened: OpenedFile): Outcome<string> {
  return attempt(() => {
    const { file, leaves, comments } = opened
    if (file.format === 'binary') refuse('not-representable')
    const splicer = new Splicer(file.text, file.format, unitOf(file))
    const places = placesOf(file)
    const values = leaves.flatMap(({ leaf, value }) =>
      value instanceof Secret ? [leafSplice(file, splicer, places, leaf, inClear(value))] : [],
    )
    const hollow = hollowSplices(opened)
    const texts = comments.flatMap((comment) => {
      const isIn = hollow.some(({ start, end }) => start <= comment.comment.start && comment.comment.start < end)
      return isIn ? [] : commentSplice(file, places, comment)
    })
    const metadata = file.blocks.flatMap((block) => blockSplices(file, splicer, block))
    return applySplices(file.text, [...values, ...hollow, ...texts, ...metadata])
  })
}

/** The content of a file of SOPS's binary format. */
export function binaryContent({ leaves }: OpenedFile): Secret | Clear {
  const leaf = leaves.find(({ tokens }) => tokens.length === 1 && tokens[0] === 'data')
  return leaf?.value ?? refuse('bad-content')
}

function leafSplice({ format }: SopsFile, splicer: Splicer, places: LeafPlaces, leaf: SopsLeaf, value: Clear): Splice {
  if (format === 'ini') return { start: leaf.start, end: leaf.end, text: iniText(value.text) }
  const place = places.get(leaf) ?? refuse('through-alias', leaf)
  return splicer.replaceLeaf(place.placed, place.entry, value)
}

function iniText(text: string): string {
  if (!/[#;\n`"']|^\s|\s$/.test(text)) return text
  if (!text.includes('`') && !text.includes('\n')) return `\`${text}\``
  return text.includes('"""') ? refuse('not-representable') : `"""${text}"""`
}

/**
 * Collections that hold comments alone, as SOPS writes those of an empty one: a list of YAML would be none without its
 * items, and what it puts between brackets is no YAML that others read.
 */
function hollowSplices({ file: { text, format, documents }, comments }: OpenedFile): readonly Splice[] {
  if (format !== 'yaml') return []
  const opened = new Map(comments.map(({ comment, opened: found }) => [comment, found && inClear(found.text).text]))
  const splices: Splice[] = []
  const visit = (node: SopsNode): void => {
    if (node.kind === 'leaf') return
    const { start, end, items } = node
    const inside = items.flatMap((item): (SopsComment | SopsLeaf)[] => {
      if (item.kind === 'comment') return [item]
      return isCommentItem(item) && item.node.kind === 'leaf' ? [item.node] : []
    })
    const isHollow = inside.length > 0 && inside.length === items.length && inside.every((one) => one.start < end)
    // As SOPS closes them, at the start of a line.
    const isOdd = node.layout === 'flow' ? text.charAt(end - 2) === '\n' : node.kind === 'list'
    if (isHollow && isOdd) {
      const indent = `\n${' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1)}#`
      const said = inside.map((one) => opened.get(one) ?? text.slice(one.start, one.end).replace(/^#/, ''))
      splices.push({ start, end, text: `${node.kind === 'list' ? '[]' : '{}'} #${said.join(indent)}` })
    } else for (const item of items) if (item.kind === 'entry' && item.alias === undefined) visit(item.node)
  }
  for (const { root } of documents) for (const item of entriesOf(root)) if (item.alias === undefined) visit(item.node)
  return splices
}

function commentSplice(file: SopsFile, places: LeafPlaces, { comment, opened }: OpenComment): readonly Splice[] {
  const { text, format } = file
  if (opened === undefined) return []
  const clear = inClear(opened.text).text
  if (comment.kind === 'comment') {
    const sign = format === 'ini' ? '; ' : '#'
    return [{ start: comment.start, end: comment.end, text: sign + clear.replaceAll('\n', `\n${sign}`) }]
  }
  // SOPS writes the comments of a YAML list as items.
  const { entry } = places.get(comment) ?? refuse('through-alias', comment)
  const start = text.slice(entry.start, entry.keyEnd) === '-' ? entry.start : comment.start
  return [{ start, end: comment.end, text: `#${clear}` }]
}

function blockSplices(file: SopsFile, splicer: Splicer, { document, entries }: MetadataBlock): readonly Splice[] {
  const { text, format, documents } = file
  const root = documents[document]?.root
  if (root === undefined) return []
  if (format === 'env') return splicer.replaceLines(entries, [])
  const [entry] = entries as [SopsEntry]
  if (format === 'ini') return [iniSection(text, entry)]
  const all = [...entriesOf(root), entry].sort((a, b) => a.start - b.start)
  const container: SopsMapping = { ...root, items: all }
  const splices = splicer.remove({ container, parent: undefined, column: 0 }, entry)
  // A document of a stream that holds nothing else is `{}` to SOPS.
  return all.length > 1 || format !== 'yaml' ? splices : splices.map((splice) => ({ ...splice, text: '{}\n' }))
}

/** A section with the blank lines before it. */
function iniSection(text: string, entry: SopsEntry): Splice {
  const lineStart = text.lastIndexOf('\n', entry.start - 1) + 1
  const start = lineStart - (/\n(\s*)$/.exec(text.slice(0, lineStart))?.[1]?.length ?? 0)
  const last = entry.node.kind === 'mapping' ? entriesOf(entry.node).at(-1) : undefined
  const found = text.indexOf('\n', last === undefined ? entry.keyEnd : endOf(last))
  return { start, end: found < 0 ? text.length : found + 1, text: '' }
}
