import { Secret } from '../../core/opaque.ts'
import { newEntry, newLeaf, newMapping, newText, type Clear, type SopsComment, type SopsDocument, type SopsLeaf, type Visit } from '../../core/sops/document.ts'
import { ENVELOPE_START } from '../../core/sops/envelope.ts'
import { METADATA_KEY } from '../../core/sops/metadata.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import { isValidSelector, unsealsItself } from '../../core/sops/select.ts'
import { inClear } from './clear.ts'
import { emit, flatLines } from './emit.ts'
import { isNoNumber } from './json-numbers.ts'
import { metadataNode, type NewMetadata } from './metadata-node.ts'
import { additionalOf, macOf, openSops, rewriteSelected, type SopsRun } from './open.ts'
import { readSops, type SopsFormat } from './read.ts'
import { refuseReserved } from './read-to-seal.ts'

/** What is sealed, and how. */
export interface SealOptions extends NewMetadata {
  readonly format: Exclude<SopsFormat, 'ini' | 'binary'>
  /** 32 bytes, of which the groups hold shares or copies. */
  readonly dataKey: Secret
}

/**
 * Makes an encrypted file of documents in clear, in SOPS's own formatting. Every selected value gets an envelope of its
 * own; nulls, empty texts and empty collections stay, as in SOPS. A selector that is no expression, or that selects
 * nothing of a document that has values, is refused: SOPS would write all in clear.
 *
 * @returns the text; or `bad-selector`, `nothing-selected`, `reserved-key`, `already-encrypted`, `not-representable`
 */
export function sealSops(documents: readonly SopsDocument[], options: SealOptions, run: SopsRun): Outcome<string> {
  return attempt(() => {
    if (!isValidSelector(options.selector, run.regexp)) refuse('bad-selector', { tokens: [options.selector.kind] })
    for (const [document, { root }] of documents.entries()) refuseReserved(root, document, options.format)
    const sealer = new Sealer(options, run)
    const sealed = rewriteSelected(documents, options, run.regexp, (visit, selected) => sealer.seal(visit, selected))
    if (sealer.values > 0 && sealer.sealed === 0) refuse('nothing-selected', { tokens: [options.selector.kind] })
    const text = withMetadata(sealed, options, sealer.mac())
    checkSealed(text, options, run)
    return text
  })
}

/**
 * No file is given away that could not be opened again: comments may come to stand elsewhere in YAML, which matters to
 * selectors by comment.
 */
function checkSealed(text: string, { format, dataKey }: SealOptions, run: SopsRun): void {
  const file = readSops(text, format)
  if (!file.ok || !openSops(file.result, dataKey, run).ok) refuse('not-representable')
}

/** Makes an encrypted file of any bytes: SOPS's binary format, a JSON file of one text. */
export function sealBinary(content: Secret, options: Omit<SealOptions, 'format' | 'selector' | 'macOnlyEncrypted'>, { cipher }: SopsRun): string {
  const isEmpty = cipher.same(content, { type: 'str', text: '' })
  const envelope = isEmpty ? '' : cipher.seal(content, additionalOf(['data']), options.dataKey)
  const mac = macOf([{ value: content, selected: true }], false, cipher)
  const metadata = { ...options, selector: { kind: 'unencrypted_suffix', pattern: '' }, macOnlyEncrypted: false } as const
  const block = metadataNode(metadata, cipher.seal(mac, options.lastModified, options.dataKey), true)
  return emit([{ root: newMapping([['data', newText(envelope)], [METADATA_KEY, block]]) }], 'binary')
}

class Sealer {
  /** Values that could be sealed, and those that were. */
  values = 0
  sealed = 0
  readonly #options: SealOptions
  readonly #run: SopsRun
  readonly #hashed: { readonly value: Secret | Clear | null; readonly selected: boolean }[] = []

  constructor(options: SealOptions, run: SopsRun) {
    this.#options = options
    this.#run = run
  }

  seal({ item, ...at }: Visit, selected: boolean): SopsLeaf | SopsComment | undefined {
    if (item.kind === 'comment') return selected ? this.#comment(item, at) : undefined
    this.#hashed.push({ value: item.value, selected })
    if (item.value === null || this.#isEmpty(item.value)) return newLeaf(item.value === null ? null : { type: 'str', text: '' })
    this.values++
    if (isNoNumber(item.value, this.#options.format, this.#run.cipher)) refuse('not-representable', { document: at.document, tokens: at.tokens })
    if (item.value.type === 'str' && !(item.value instanceof Secret) && item.value.text.startsWith(ENVELOPE_START)) {
      refuse('already-encrypted', { ...item, document: at.document, tokens: at.tokens })
    }
    if (!selected) return newLeaf(inClear(item.value))
    this.sealed++
    return newText(this.#run.cipher.seal(item.value, additionalOf(at.keys), this.#options.dataKey))
  }

  #isEmpty(value: Secret | Clear): boolean {
    return value.type === 'str' && this.#run.cipher.same(value, { type: 'str', text: '' })
  }

  #comment(item: SopsComment, at: Omit<Visit, 'item'>): SopsComment | undefined {
    if (typeof item.text === 'string' && item.text === '') return undefined
    const text = this.#run.cipher.sealComment(item.text, additionalOf(at.keys), this.#options.dataKey)
    const { selector } = this.#options
    if (unsealsItself(selector, text, this.#run.regexp)) refuse('bad-selector', { tokens: [selector.kind] })
    return { ...item, text }
  }

  /** The sealed MAC of everything that was visited. */
  mac(): string {
    const { cipher } = this.#run
    const { macOnlyEncrypted, lastModified, dataKey } = this.#options
    return cipher.seal(macOf(this.#hashed, macOnlyEncrypted, cipher), lastModified, dataKey)
  }
}

/** Every document of a stream carries the same metadata. */
function withMetadata(documents: readonly SopsDocument[], options: SealOptions, mac: string): string {
  const block = metadataNode(options, mac)
  if (options.format === 'env') return emit(documents, 'env') + flatLines(block, []).map((line) => `${line}\n`).join('')
  const entry = newEntry(METADATA_KEY, block)
  return emit(documents.map(({ root }) => ({ root: { ...root, items: [...root.items, entry] } })), options.format)
}
