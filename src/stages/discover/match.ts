import { EXTENSIONS } from '../../core/format.ts'

/** What a pattern may capture. */
export const CAPTURES = ['environment', 'kind', 'name', 'ext'] as const
export type CaptureName = (typeof CAPTURES)[number]
/** What a pattern captured; `undefined` for what it does not capture. One shape for all: there is one a file. */
export interface Captures {
  environment: string | undefined
  kind: string | undefined
  name: string | undefined
  ext: string | undefined
}

/** A piece of a pattern. Parts that span may hold slashes. */
export type Part =
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'any'; readonly spans: boolean; readonly capture?: CaptureName }
  /** `{ext}`: an extension of a format that Cairn reads. */
  | { readonly is: 'extension' }
  /** One character of a segment. */
  | { readonly is: 'one' }
  /** Any number of whole folders, none among them, each with its slash. */
  | { readonly is: 'folders' }

/** A pattern made ready. */
export interface Shape {
  readonly parts: readonly Part[]
  /** The literal texts that a path must start and end with. */
  readonly prefix: string
  readonly suffix: string
  /** Number of leading parts that can match in one way only: literals, and what ends at the next slash. */
  readonly head: number
  /**
   * The last head that matched, where the head ends with a folder. Paths come sorted, so that the next one mostly has
   * the same head: it need not be matched again, and the texts that it captured are shared.
   */
  readonly lastHead: { text: string; captures: Captures } | undefined
  /** Index of the first trailing part from which on there is one way only: literals, and `{ext}` after a dot. */
  readonly tail: number
}

export function shapeOf(parts: readonly Part[]): Shape {
  const first = parts[0]
  const last = parts.at(-1)
  const prefix = first?.is === 'literal' ? first.text : ''
  const suffix = last?.is === 'literal' ? last.text : ''
  let head = 0
  while (head < parts.length && (parts[head]?.is === 'literal' || endsAtSlash(parts, head))) head++
  const beforeMiddle = parts[head - 1]
  const endsWithFolder = beforeMiddle?.is === 'literal' && beforeMiddle.text.endsWith('/')
  let tail = parts.length
  while (tail > head && (parts[tail - 1]?.is === 'literal' || startsAtDot(parts, tail - 1))) tail--
  return { parts, prefix, suffix, head, lastHead: endsWithFolder ? { text: '', captures: noCaptures() } : undefined, tail }
}

function endsAtSlash(parts: readonly Part[], index: number): boolean {
  const part = parts[index] as Part
  const next = parts[index + 1]
  return part.is === 'any' && !part.spans && next?.is === 'literal' && next.text.startsWith('/')
}

/** Extensions have no dot, so one after a dot starts at the last. */
function startsAtDot(parts: readonly Part[], index: number): boolean {
  const before = parts[index - 1]
  return parts[index]?.is === 'extension' && before?.is === 'literal' && before.text.endsWith('.')
}

/**
 * What a path's parts are, or `undefined` where it does not fit. Where it fits in several ways, earlier parts take as
 * much as they can. Time is bounded by parts × length: no pattern and no path makes it backtrack.
 */
export function matchShape(shape: Shape, path: string): Captures | undefined {
  if (!path.startsWith(shape.prefix) || !path.endsWith(shape.suffix)) return undefined
  const { parts, head, tail } = shape
  const captures = noCaptures()
  const end = matchTail(parts, tail, path, captures)
  if (end < 0) return undefined
  const start = matchHead(shape, path, captures)
  if (start < 0 || start > end) return undefined
  if (head === tail) return start === end ? captures : undefined
  const only = parts[head] as Part
  if (head + 1 < tail || only.is !== 'any') return matchMiddle(shape, path, start, end, captures)
  const text = path.slice(start, end)
  if (!only.spans && text.includes('/')) return undefined
  take(captures, only.capture, text)
  return captures
}

function noCaptures(): Captures {
  return { environment: undefined, kind: undefined, name: undefined, ext: undefined }
}

function take(captures: Captures, capture: CaptureName | undefined, text: string): void {
  if (capture === 'name') captures.name = text
  else if (capture === 'environment') captures.environment = text
  else if (capture === 'kind') captures.kind = text
}

/** Matches the parts before `head`; returns where they end, or -1. */
function matchHead({ parts, head, lastHead }: Shape, path: string, captures: Captures): number {
  if (lastHead !== undefined && lastHead.text !== '' && path.startsWith(lastHead.text)) {
    captures.environment = lastHead.captures.environment
    captures.kind = lastHead.captures.kind
    captures.name = lastHead.captures.name
    return lastHead.text.length
  }
  let at = 0
  for (let i = 0; i < head; i++) {
    const part = parts[i] as Part
    if (part.is === 'literal') {
      if (!path.startsWith(part.text, at)) return -1
      at += part.text.length
    } else {
      const slash = path.indexOf('/', at)
      if (slash < 0) return -1
      if (part.is === 'any') take(captures, part.capture, path.slice(at, slash))
      at = slash
    }
  }
  if (lastHead !== undefined) {
    lastHead.text = path.slice(0, at)
    lastHead.captures = { ...captures }
  }
  return at
}

/** Matches the parts from `tail` on, backwards from the end; returns where they start, or -1. */
function matchTail(parts: readonly Part[], tail: number, path: string, captures: Captures): number {
  let at = path.length
  for (let i = parts.length - 1; i >= tail; i--) {
    const part = parts[i] as Part
    if (part.is === 'literal') {
      at -= part.text.length
      if (at < 0 || !path.startsWith(part.text, at)) return -1
    } else {
      const extension = path.slice(path.lastIndexOf('.', at - 1) + 1, at)
      if (!EXTENSIONS.includes(extension.toLowerCase())) return -1
      captures.ext = extension
      at -= extension.length
    }
  }
  return at
}

/**
 * Matches what has several ways. From the last part to the first it marks the positions from which the rest of the
 * pattern fits the rest of the path; with those known, walking forward never has to turn back.
 */
function matchMiddle(shape: Shape, path: string, from: number, to: number, captures: Captures): Captures | undefined {
  const { parts, head, tail } = shape
  const text = path.slice(from, to)
  const width = text.length + 1
  const rows = tail - head
  const fits = new Uint8Array((rows + 1) * width)
  fits[fits.length - 1] = 1
  for (let row = rows - 1; row >= 0; row--) markRow(parts[head + row] as Part, fits, row * width, text)
  if (fits[0] === 0) return undefined
  let at = 0
  for (let row = 0; row < rows; row++) {
    const part = parts[head + row] as Part
    const end = longestStep(part, fits, (row + 1) * width, text, at)
    if (part.is === 'extension') captures.ext = text.slice(at, end)
    else if (part.is === 'any') take(captures, part.capture, text.slice(at, end))
    at = end
  }
  return captures
}

/** Marks the positions from which the parts of `row` and after fit; those of the next row are known. */
function markRow(part: Part, fits: Uint8Array, row: number, text: string): void {
  const width = text.length + 1
  const next = row + width
  let afterSlash = -1
  for (let at = width - 1; at >= 0; at--) {
    const inSegment = at < width - 1 && text.charCodeAt(at) !== SLASH
    let fit = false
    if (part.is === 'literal') {
      fit = text.startsWith(part.text, at) && fits[next + at + part.text.length] === 1
    } else if (part.is === 'one') {
      fit = inSegment && fits[next + at + 1] === 1
    } else if (part.is === 'extension') {
      fit = extensionAt(fits, next, text, at) >= 0
    } else if (part.is === 'folders') {
      if (!inSegment && at < width - 1) afterSlash = at + 1
      fit = fits[next + at] === 1 || (afterSlash >= 0 && fits[row + afterSlash] === 1)
    } else {
      fit = fits[next + at] === 1 || ((part.spans ? at < width - 1 : inSegment) && fits[row + at + 1] === 1)
    }
    if (fit) fits[row + at] = 1
  }
}

/** Where a part that starts at `at` may end so that the rest fits: as far as it can. */
function longestStep(part: Part, fits: Uint8Array, next: number, text: string, at: number): number {
  if (part.is === 'literal') return at + part.text.length
  if (part.is === 'one') return at + 1
  if (part.is === 'extension') return extensionAt(fits, next, text, at)
  let end = at
  for (let to = at; to <= text.length; to++) {
    const whole = part.is !== 'folders' || to === at || text.charCodeAt(to - 1) === SLASH
    if (whole && fits[next + to] === 1) end = to
    if (part.is === 'any' && !part.spans && text.charCodeAt(to) === SLASH) break
  }
  return end
}

/** The end of an extension that starts at `at` and after which the rest fits, or -1. */
function extensionAt(fits: Uint8Array, next: number, text: string, at: number): number {
  for (const extension of EXTENSIONS) {
    const end = at + extension.length
    if (end > text.length || fits[next + end] === 0) continue
    if (text.slice(at, end).toLowerCase() === extension) return end
  }
  return -1
}

const SLASH = 47
