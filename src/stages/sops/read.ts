import { entriesOf, type SopsComment, type SopsDocument, type SopsEntry, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { METADATA_KEY, readMetadata, unflattenName, type SopsMetadata } from '../../core/sops/metadata.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import type { Source } from '../../core/source.ts'
import { readJson } from './read-json.ts'
import { readDotenv, readIni } from './read-lines.ts'
import { readPlainYaml } from './read-plain-yaml.ts'
import { readYaml } from './read-yaml.ts'
import { refuseOdd } from './refuse-odd.ts'
import { refuseTwice } from './refuse-twice.ts'

/** The formats that SOPS has. `binary` is a JSON file of one text, whatever was encrypted. */
export type SopsFormat = 'yaml' | 'json' | 'env' | 'ini' | 'binary'

/** An encrypted file, read without a key. */
export interface SopsFile {
  readonly format: SopsFormat
  readonly text: string
  /** The documents without their metadata. */
  readonly documents: readonly SopsDocument[]
  readonly metadata: SopsMetadata
  /** The entry `sops` of each document that has one; SOPS writes the same block into each and reads the first. */
  readonly blocks: readonly MetadataBlock[]
}

/** The metadata of one document, where it stands in the text. */
export interface MetadataBlock {
  readonly document: number
  readonly block: SopsMapping
  /** The entry of the block: one, or in dotenv files one a field. */
  readonly entries: readonly SopsEntry[]
}

/** The format of a path as SOPS tells it: by the end of its name alone, so that `.env.prod` is binary. */
export function sopsFormatOf(path: string): SopsFormat {
  if (path.endsWith('.yaml') || path.endsWith('.yml')) return 'yaml'
  if (path.endsWith('.json')) return 'json'
  if (path.endsWith('.env')) return 'env'
  return path.endsWith('.ini') ? 'ini' : 'binary'
}

const READERS: Readonly<Record<SopsFormat, (text: string) => readonly SopsDocument[]>> = {
  yaml: (text) => readPlainYaml(text) ?? readYaml(text),
  json: readJson,
  env: (text) => readDotenv(text),
  ini: readIni,
  binary: readJson,
}

/** Reads a file in clear. Its text should be one that the parse stage accepts; what SOPS cannot hold is refused. */
export function readPlain(text: string, format: Exclude<SopsFormat, 'binary'>): Outcome<readonly SopsDocument[]> {
  return attempt(() => READERS[format](text))
}

/**
 * Reads an encrypted file: its documents in SOPS's terms and its metadata, with places in the text. Needs no key and
 * verifies nothing.
 *
 * @param text decoded; of YAML and INI without a byte order mark
 * @param mark the byte order mark that was taken off the text, if one was: of a dotenv file it is a part of the first
 * key, and no JSON has one
 * @returns or `no-metadata`, `bad-metadata`, `no-keys`, `several-selectors`, `bad-content`, `duplicate-key`
 */
export function readSops(text: string, format: SopsFormat, mark: Source['mark'] = ''): Outcome<SopsFile> {
  return attempt(() => {
    const whole = mark === '' ? READERS[format](text) : readMarked(text, format, mark)
    const found = whole.map((document, index) => takeMetadata(document, index, format))
    const first = found[0]?.block ?? refuse('no-metadata')
    const metadata = readMetadata(first.block)
    if (format === 'yaml') refuseOdd(text, whole)
    // SOPS reads the documents behind the first in another way.
    if (format === 'yaml' && found[0] !== undefined) refuseTwice(found[0].document.root, 0)
    const blocks = found.flatMap(({ block }) => (block === undefined ? [] : [block]))
    return { format, text, documents: found.map(({ document }) => document), metadata, blocks }
  })
}

function readMarked(text: string, format: SopsFormat, mark: string): readonly SopsDocument[] {
  if (format === 'env') return readDotenv(text, mark)
  return format === 'yaml' || format === 'ini' ? READERS[format](text) : refuse('bad-content', { start: 0, end: 0 })
}

interface Taken {
  readonly document: SopsDocument
  readonly block: MetadataBlock | undefined
}

function takeMetadata({ root }: SopsDocument, document: number, format: SopsFormat): Taken {
  const isOurs = (item: SopsEntry | SopsComment): item is SopsEntry =>
    item.kind === 'entry' &&
    (format === 'env' ? item.key?.startsWith(`${METADATA_KEY}_`) === true : item.key === METADATA_KEY && item.node.kind === 'mapping')
  const entries = root.items.filter(isOurs)
  const items = root.items.filter((item) => !isOurs(item))
  const block = blockOf(entries, format)
  const twice = format === 'env' || format === 'ini' ? undefined : entries[1]
  if (twice !== undefined) refuse('bad-metadata', { start: twice.start, end: twice.keyEnd, document, tokens: [METADATA_KEY] })
  return {
    document: { root: { ...root, items } },
    block: block === undefined ? undefined : { document, block, entries },
  }
}

function blockOf(entries: readonly SopsEntry[], format: SopsFormat): SopsMapping | undefined {
  const last = entries.at(-1)
  if (last === undefined) return undefined
  if (format === 'env') return unflatten(entries, (key) => key.slice(METADATA_KEY.length + 1))
  if (last.node.kind !== 'mapping') return undefined
  return format === 'ini' ? unflatten(entriesOf(last.node), (key) => key) : last.node
}

/** A mapping under construction; `isList` where its keys are indexes. */
interface Branch {
  isList: boolean
  readonly children: Map<string, Branch | SopsEntry>
}

/** Makes nested metadata of the flat names that dotenv and INI files have for it. */
function unflatten(entries: readonly SopsEntry[], nameOf: (key: string) => string): SopsMapping {
  const root: Branch = { isList: false, children: new Map() }
  for (const entry of entries) {
    const name = nameOf(entry.key ?? '')
    const lists = [...name.matchAll(/__(map|list)_/g)].map(([, kind]) => kind === 'list')
    let at = root
    const tokens = unflattenName(name)
    for (const [i, token] of tokens.entries()) {
      if (i < tokens.length - 1) at = descend(at, token, lists[i] === true, entry)
      else if (at.children.has(token)) refuse('bad-metadata', { start: entry.start, end: entry.node.end, tokens })
      else at.children.set(token, unescaped(entry))
    }
  }
  const grown = grow(root)
  return grown.kind === 'mapping' ? grown : refuse('bad-metadata')
}

function descend(at: Branch, token: string, isList: boolean, { start, node }: SopsEntry): Branch {
  const known = at.children.get(token)
  if (known !== undefined) return 'children' in known ? known : refuse('bad-metadata', { start, end: node.end })
  const branch: Branch = { isList, children: new Map() }
  at.children.set(token, branch)
  return branch
}

/** INI files have line breaks of the metadata as the two characters `\n` too. */
function unescaped(entry: SopsEntry): SopsEntry {
  const { node } = entry
  if (node.kind !== 'leaf' || node.value === null || !('text' in node.value)) return entry
  return { ...entry, node: { ...node, value: { type: 'str', text: node.value.text.replaceAll('\\n', '\n') } } }
}

function grow({ isList, children }: Branch): SopsNode {
  const items: SopsEntry[] = []
  for (const [token, child] of children) {
    const key = isList ? null : token
    if (isList && token !== String(items.length)) return refuse('bad-metadata')
    if (!('children' in child)) {
      items.push({ ...child, key })
      continue
    }
    const node = grow(child)
    items.push({ kind: 'entry', key, start: node.start, keyEnd: node.start, node })
  }
  const start = Math.min(...items.map((item) => item.start))
  const end = Math.max(...items.map((item) => item.node.end))
  return { kind: isList ? 'list' : 'mapping', layout: 'lines', start, end, items }
}
