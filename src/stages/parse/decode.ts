import { isUtf8 } from 'node:buffer'
import { finding, type Finding } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { inFile, inSpan } from '../../core/place.ts'
import { MARK, Source } from '../../core/source.ts'

/** A file's text, or why it has none. The source of a refused file serves for places only. */
export interface Decoded {
  readonly source: Source
  readonly refused?: Finding
}

/**
 * Decodes a file: UTF-8, with or without a byte order mark, which is taken off. Refused are other encodings, bytes that
 * are not UTF-8 (at the first of them), binary files and pointers of Git LFS.
 *
 * @param bytes the file's content; not kept.
 */
export function decode(path: string, bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const otherMark = foreignMark(buffer)
  if (otherMark !== undefined) {
    const source = new Source(path, '')
    return { source, refused: finding('parse/encoding', inSpan(source, 0, 0), otherMark) }
  }
  const start = hasMark(buffer) ? 3 : 0
  const text = buffer.toString('utf8', start)
  const source = new Source(path, text, start === 0 ? '' : MARK)
  // Decoding puts U+FFFD for what is not UTF-8: only a text that has one is worth a second look.
  const refused = text.includes('\u0000')
    ? finding('parse/binary', inFile(path), say`this is a binary file, or a text in another encoding than UTF-8`)
    : text.includes('\ufffd') && !isUtf8(buffer)
      ? notUtf8(source, buffer, start)
      : text.startsWith(LFS_POINTER)
        ? finding('discover/lfs-pointer', inFile(path), say`this is a pointer of Git LFS: fetch the file itself`)
        : undefined
  return refused === undefined ? { source } : { source, refused }
}

/** How the first line of a Git LFS pointer begins (git-lfs, docs/spec.md). */
const LFS_POINTER = 'version https://git-lfs.github.com/spec/'

function hasMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
}

/** What is said of a byte order mark that is not UTF-8's. */
function foreignMark(bytes: Buffer): Message | undefined {
  const first = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)
  if (bytes.length < 2 || (first !== 0xfffe && first !== 0xfeff)) return undefined
  return say`this file is in UTF-16 or UTF-32: save it as UTF-8`
}

function notUtf8(source: Source, bytes: Buffer, start: number): Finding {
  const length = bytes.toString('utf8', start, firstBadByte(bytes)).length
  const message = say`this byte is not UTF-8: save the file as UTF-8`
  return finding('parse/encoding', inSpan(source, length, length + 1), message)
}

/** The offset of the first byte that no well-formed sequence has there (Unicode 16, table 3-7). */
function firstBadByte(bytes: Buffer): number {
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return at
}

/** Length of the well-formed sequence at `at`, 0 where there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return 0
  const second = bytes[at + 1] ?? 0
  if (second < (LOWEST_SECOND[lead] ?? 0x80) || second > (HIGHEST_SECOND[lead] ?? 0xbf)) return 0
  for (let i = 2; i < length; i++) {
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

/** Second bytes that would make an overlong form, a surrogate, or more than U+10FFFF. */
const LOWEST_SECOND: Readonly<Record<number, number>> = { 0xe0: 0xa0, 0xf0: 0x90 }
const HIGHEST_SECOND: Readonly<Record<number, number>> = { 0xed: 0x9f, 0xf4: 0x8f }
