import { Secret } from '../../core/opaque.ts'
import type { RegExpPort } from '../../core/schema/types.ts'
import { rewrite, type Clear, type SopsComment, type SopsDocument, type SopsLeaf, type Visit } from '../../core/sops/document.ts'
import { ENVELOPE_START, parseEnvelope } from '../../core/sops/envelope.ts'
import type { SopsMetadata } from '../../core/sops/metadata.ts'
import type { SopsCipher, SopsMac } from '../../core/sops/ports.ts'
import { problem, type Outcome, type SopsProblem, type SopsProblemKind } from '../../core/sops/problem.ts'
import { isValidSelector, Selection } from '../../core/sops/select.ts'
import { asFloat } from './read-json.ts'
import type { SopsFile } from './read.ts'

/** What opening and sealing need of the world. */
export interface SopsRun {
  readonly cipher: SopsCipher
  /** RE2 as Go has it: selectors are its expressions. */
  readonly regexp: RegExpPort
}

/** A leaf of an opened file. */
export interface OpenLeaf extends Omit<Visit, 'item'> {
  readonly leaf: SopsLeaf
  /** Whether the selector selects it: it is, or would be, encrypted. */
  readonly selected: boolean
  /** The opened value, or what stands in clear. */
  readonly value: Secret | Clear | null
}

/** A comment of an opened file. */
export interface OpenComment extends Omit<Visit, 'item'> {
  readonly comment: SopsComment | SopsLeaf
  readonly selected: boolean
  /** What was sealed, and the path under which it was; `undefined` for one in clear or one that does not open. */
  readonly opened: { readonly text: Secret; readonly additional: string } | undefined
}

/** An opened file: every value in SOPS's order. Plaintext is in secrets alone. */
export interface OpenedFile {
  readonly file: SopsFile
  readonly dataKey: Secret
  readonly leaves: readonly OpenLeaf[]
  readonly comments: readonly OpenComment[]
}

/** The additional data of a value: its keys with `:`, and one at the end. List indexes are not in it. */
export function additionalOf(keys: readonly string[]): string {
  return `${keys.join(':')}:`
}

/**
 * Opens a file: every selected leaf, and its MAC verified. Either everything is right, or the problems are told, all of
 * a kind: damaged or forged leaves first, and only where there are none, the MAC.
 *
 * @param dataKey 32 bytes, from one of the file's recipients
 */
export function openSops(file: SopsFile, dataKey: Secret, run: SopsRun): Outcome<OpenedFile> {
  const problems: SopsProblem[] = []
  if (!isValidSelector(file.metadata.selector, run.regexp)) return failed([selectorProblem(file)])
  const opened = openLeaves(file, dataKey, run, problems)
  if (problems.length > 0) return failed(problems)
  const wrong = verifyMac(opened, run.cipher)
  return wrong === undefined ? { ok: true, result: opened } : failed([wrong])
}

function failed(problems: readonly SopsProblem[]): { readonly ok: false; readonly problems: readonly SopsProblem[] } {
  return { ok: false, problems }
}

function selectorProblem({ metadata, blocks }: SopsFile): SopsProblem {
  const { start = 0, end = 0 } = blocks[0]?.block ?? {}
  return problem('bad-selector', { start, end, tokens: [metadata.selector.kind] })
}

/** Visits every leaf and comment with whether it is selected, and returns the documents with what the visits return. */
export function rewriteSelected(
  documents: readonly SopsDocument[],
  { selector }: Pick<SopsMetadata, 'selector'>,
  regexp: RegExpPort,
  visit: (visit: Visit, selected: boolean) => SopsLeaf | SopsComment | undefined,
): readonly SopsDocument[] {
  const selection = new Selection(selector, regexp)
  return rewrite(documents, {
    visit: (at) => visit(at, selection.selects(at)),
    enter: () => selection.enter(),
    leave: () => selection.leave(),
    after: () => selection.after(),
  })
}

/** Opens every leaf and comment, the MAC left aside; what does not open is told. */
export function openLeaves(file: SopsFile, dataKey: Secret, run: SopsRun, problems: SopsProblem[]): OpenedFile {
  const { cipher, regexp } = run
  const leaves: OpenLeaf[] = []
  const comments: OpenComment[] = []
  const opener = new Opener(cipher, dataKey, problems)
  rewriteSelected(file.documents, file.metadata, regexp, (at, selected) => {
    const { item, document, keys, tokens, aliased } = at
    if (item.kind === 'comment') {
      const opened = selected ? opener.comment(item, { document, keys, tokens, aliased }) : undefined
      comments.push({ document, keys, tokens, aliased, comment: item, selected, opened })
      return undefined
    }
    const value = selected ? opener.leaf(item, at) : clearOf(item)
    if (value === undefined) return undefined
    if (value instanceof Secret && value.type === 'comment') {
      const opened = { text: value, additional: additionalOf(keys) }
      comments.push({ document, keys, tokens, aliased, comment: item, selected, opened })
    } else {
      leaves.push({ document, keys, tokens, aliased, leaf: item, selected, value })
    }
    return undefined
  })
  return { file, dataKey, leaves, comments }
}

/** What stands in a leaf of a file that was read. */
function clearOf({ value }: SopsLeaf): Clear | null {
  if (value instanceof Secret) throw new TypeError('a file that was read holds no secrets')
  return value
}

class Opener {
  readonly #cipher: SopsCipher
  readonly #dataKey: Secret
  readonly #problems: SopsProblem[]

  constructor(cipher: SopsCipher, dataKey: Secret, problems: SopsProblem[]) {
    this.#cipher = cipher
    this.#dataKey = dataKey
    this.#problems = problems
  }

  leaf(leaf: SopsLeaf, at: Omit<Visit, 'item'>): Secret | Clear | null | undefined {
    const value = clearOf(leaf)
    // Nulls and empty texts are never encrypted. An emptied value is caught by the MAC.
    if (value === null || (value.type === 'str' && value.text === '')) return value
    const opened = this.#opened(value, at.keys)
    if (opened instanceof Secret) return opened
    this.#problems.push(problem(opened, { ...leaf, document: at.document, tokens: at.tokens }))
    return undefined
  }

  #opened({ type, text }: Clear, keys: readonly string[]): Secret | SopsProblemKind {
    if (type !== 'str') return 'not-text'
    if (!text.startsWith(ENVELOPE_START)) return 'plaintext'
    const envelope = parseEnvelope(text)
    if (envelope === undefined) return 'damaged-envelope'
    // No SOPS has ever written it, and none opens it: somebody has changed the type, which nothing else covers.
    if (envelope.type === 'bytes') return 'bad-value'
    const opened = this.#cipher.open(envelope, additionalOf(keys), this.#dataKey)
    if (opened instanceof Secret) return opened
    return opened === 'forged' ? 'forged-value' : 'bad-value'
  }

  /** A comment that does not open was written by hand, as SOPS assumes; no MAC covers comments. */
  comment(comment: SopsComment, at: Omit<Visit, 'item'>): OpenComment['opened'] {
    const { text, alsoUnder = [] } = comment
    const envelope = typeof text === 'string' ? parseEnvelope(text) : undefined
    if (envelope === undefined) return undefined
    // As in a leaf: SOPS breaks down at it.
    if (envelope.type === 'bytes') this.#problems.push(problem('bad-value', { ...comment, document: at.document, tokens: at.tokens }))
    for (const additional of new Set([at.keys, ...alsoUnder].map(additionalOf))) {
      const opened = this.#cipher.open(envelope, additional, this.#dataKey)
      if (opened instanceof Secret) return { text: opened, additional }
    }
    return undefined
  }
}

/** SHA-256 of the four characters `sops`, with which a MAC over encrypted values alone begins. */
const MAC_ONLY_ENCRYPTED = '8a3fd2ad54ce66527b1034f3d147be0b0b975b3bf44f72c6fdadec8176f27d69'

type Hashed = Pick<OpenLeaf, 'selected' | 'value'>

/** The MAC of a file's values in order, in clear. Source: SOPS 3.13.3, `sops.go`. */
export function macOf(leaves: Iterable<Hashed>, macOnlyEncrypted: boolean, cipher: SopsCipher): Secret {
  return hash(leaves, macOnlyEncrypted, cipher.mac(), (value) => value)
}

function hash(leaves: Iterable<Hashed>, macOnlyEncrypted: boolean, mac: SopsMac, as: (value: Clear) => Clear): Secret {
  if (macOnlyEncrypted) mac.addBytes(MAC_ONLY_ENCRYPTED)
  for (const { value, selected } of leaves) {
    if (value !== null && (selected || !macOnlyEncrypted)) mac.add(value instanceof Secret ? value : as(value))
  }
  return mac.digest()
}

function verifyMac({ file, dataKey, leaves }: OpenedFile, cipher: SopsCipher): SopsProblem | undefined {
  const { mac, lastModifiedSeconds, macOnlyEncrypted } = file.metadata
  const { start = 0, end = 0 } = file.blocks[0]?.block ?? {}
  const wrong = (kind: SopsProblemKind) => problem(kind, { start, end, tokens: ['mac'] })
  if (mac === undefined) return wrong('mac-missing')
  const envelope = parseEnvelope(mac)
  const opened = envelope === undefined ? 'forged' : cipher.open(envelope, lastModifiedSeconds, dataKey)
  if (!(opened instanceof Secret)) return wrong('mac-forged')
  if (cipher.same(opened, macOf(leaves, macOnlyEncrypted, cipher))) return undefined
  // To SOPS before 3.13.2 every number of a JSON file was a float.
  const asFloats = file.format === 'json' ? hash(leaves, macOnlyEncrypted, cipher.mac(), asFloat) : undefined
  return asFloats !== undefined && cipher.same(opened, asFloats) ? undefined : wrong('mac-mismatch')
}
