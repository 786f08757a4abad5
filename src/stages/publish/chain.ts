import { say, type Message } from '../../core/message.ts'
import type { ChainEntry, ChainLine, Digest, DigestOf } from '../../core/publication.ts'
import { isCommit, isDigest, isObject, orNull, parsedJson, type Is } from '../../core/untrusted.ts'

/** Largest chain that is read, in bytes. */
export const MAX_CHAIN_BYTES = 500_000_000
/** Most lines of a chain that are read. */
export const MAX_CHAIN_LINES = 1_000_000
/** Most characters of what an entry tells of its run. */
export const MOST_TOLD = 2000

export interface ReadLine extends ChainLine {
  /** Of the whole line, without its line break. */
  readonly digest: Digest
  /** What the signature signs: the JSON text of the entry. */
  readonly signed: Uint8Array
}

export type ReadChain =
  | { readonly lines: readonly ReadLine[]; readonly problem?: undefined }
  | { readonly problem: ChainProblem; readonly lines?: undefined }

export interface ChainProblem {
  /** 1-based. */
  readonly line: number
  readonly said: Message
}

/**
 * Reads `chain.jsonl`, which anybody may have written: every line is exactly what `chainLine` would write, numbers
 * count up from 1, and each line names the digest of the one before.
 */
export function readChain(bytes: Uint8Array, digest: DigestOf): ReadChain {
  const text = Buffer.from(bytes).toString('utf8')
  if (Buffer.compare(Buffer.from(text), bytes) !== 0) return broken(1, say`not text in UTF-8`)
  if (!text.endsWith('\n')) return broken(text.split('\n').length, say`the last line is cut off`)
  const lines: ReadLine[] = []
  for (const [i, line] of text.slice(0, -1).split('\n').entries()) {
    if (i >= MAX_CHAIN_LINES) return broken(i + 1, say`more than ${MAX_CHAIN_LINES} lines`)
    const read = readLine(line)
    if (read === undefined) return broken(i + 1, say`not a line that Cairn writes`)
    const before = lines.at(-1)
    if (read.entry.sequence !== i + 1) return broken(i + 1, say`entry ${read.entry.sequence} stands where ${i + 1} belongs`)
    if (read.entry.predecessor !== (before?.digest ?? null)) {
      return broken(i + 1, say`the digest of the line before is not that line's: one of the two was changed`)
    }
    if (!isNewestKnown(read.entry)) return broken(i + 1, say`entry ${i + 1} names a newest commit that is neither its own nor what it goes back from`)
    const signed = Buffer.from(JSON.stringify(read.entry))
    lines.push({ ...read, digest: digest(Buffer.from(line)), signed })
  }
  return { lines }
}

/** An entry is of the newest commit, or goes back from it. */
function isNewestKnown({ commit, newest, rollback }: ChainEntry): boolean {
  return newest === commit ? rollback !== commit : newest === rollback
}

/** The line of an entry, without its line break. */
export function chainLine({ entry, signature }: ChainLine): string {
  return JSON.stringify({ entry, signature })
}

/** The text that a signature of an entry signs. */
export function signedText(entry: ChainEntry): Uint8Array {
  return Buffer.from(JSON.stringify(entry))
}

function broken(line: number, said: Message): ReadChain {
  return { problem: { line, said } }
}

function readLine(line: string): ChainLine | undefined {
  const data = parsedJson(line)
  if (!isLine(data)) return undefined
  // What says the same in other bytes would have another digest: only one spelling of an entry counts.
  return chainLine(data) === line ? data : undefined
}

const isText: Is = (value) => typeof value === 'string' && value.length <= MOST_TOLD
/** Two paths and a URL. */
const isTarget: Is = (value) => typeof value === 'string' && value.length <= 20_000

/** The members of an entry in the order in which they are written, and what each may be. */
const MEMBERS: Readonly<Record<keyof ChainEntry, Is>> = {
  version: (value) => value === 1,
  sequence: (value) => Number.isSafeInteger(value),
  predecessor: orNull(isDigest),
  manifest: isDigest,
  statement: isDigest,
  commit: isCommit,
  target: isTarget,
  time: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value),
  ref: orNull(isText),
  actor: orNull(isText),
  run: orNull(isText),
  newest: isCommit,
  rollback: orNull(isCommit),
}

function isLine(data: unknown): data is ChainLine {
  if (!isObject(data) || Object.keys(data).join() !== 'entry,signature') return false
  const { entry, signature } = data
  if (signature !== null && !(typeof signature === 'string' && signature.length <= 10_000)) return false
  if (!isObject(entry) || Object.keys(entry).join() !== Object.keys(MEMBERS).join()) return false
  return Object.entries(MEMBERS).every(([member, is]) => is(entry[member]))
}
