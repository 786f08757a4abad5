import { EXTENSIONS, formatOf } from '../../core/format.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import { CAPTURES, shapeOf, type CaptureName, type Part, type Shape } from './match.ts'
import { didYouMean } from '../../core/nearest.ts'

/** A pattern of the layout language, made ready. */
export interface Pattern {
  readonly text: string
  readonly shape: Shape
  readonly captures: ReadonlySet<CaptureName>
  /** Number of literal characters: of several patterns, the one with most takes a file. */
  readonly literals: number
  /** The folders that it names literally, with the last slash; empty where it starts with a wildcard. */
  readonly root: string
  /** Whether all that it matches is in a format that Cairn reads. */
  readonly endsInFormat: boolean
}

/** A glob or pattern of ordinary size; a longer one is a mistake or an attack. */
export const LONGEST_PATTERN = 1000
const MOST_PARTS = 64

/**
 * Reads a path pattern of the layout language (DESIGN §2): `{environment}`, `{kind}`, `{name}` match a segment or part
 * of one, `{ext}` the extension of a known format, `{name**}` and `{environment**}` span folders, `*` matches part of a
 * segment, `**` anything and `**` with a slash any number of folders. All else is literal. Its first mistake goes to
 * `wrong`.
 */
export function compilePattern(text: string, wrong: (problem: Message) => void): Pattern | undefined {
  const problem = pathProblem(text)
  if (problem !== undefined) {
    wrong(problem)
    return undefined
  }
  const parts = partsOf(text, wrong)
  const mistake = parts && (arrangementProblem(parts) ?? formatProblem(text, parts))
  if (mistake !== undefined) wrong(mistake)
  return parts === undefined || mistake !== undefined ? undefined : patternOf(text, parts)
}

function patternOf(text: string, parts: readonly Part[]): Pattern {
  const shape = shapeOf(parts)
  const root = shape.prefix.slice(0, shape.prefix.lastIndexOf('/') + 1)
  const last = parts.at(-1)
  const endsInFormat = last?.is === 'extension' || (last?.is === 'literal' && formatOf(`x${last.text}`) !== undefined)
  return { text, shape, captures: capturesOf(parts), literals: literalsOf(parts), root, endsInFormat }
}

function literalsOf(parts: readonly Part[]): number {
  let literals = 0
  for (const part of parts) if (part.is === 'literal') literals += part.text.length
  return literals
}

function capturesOf(parts: readonly Part[]): ReadonlySet<CaptureName> {
  const captures = new Set<CaptureName>()
  for (const part of parts) {
    if (part.is === 'extension') captures.add('ext')
    else if (part.is === 'any' && part.capture !== undefined) captures.add(part.capture)
  }
  return captures
}

/** What is wrong with a path in the repository, whatever its wildcards. */
export function pathProblem(text: string): Message | undefined {
  if (text.length > LONGEST_PATTERN) return say`this is longer than ${LONGEST_PATTERN} characters`
  if (text.startsWith('/')) return say`${name(text)} starts with a slash; paths are relative to the repository`
  if (text.includes('\\')) return say`${name(text)} has a backslash; write / between folders`
  for (const segment of text.split('/')) {
    if (segment === '') return say`${name(text)} has an empty folder name`
    if (segment === '.') return say`${name(text)} has a folder named . ; leave it out`
    if (segment === '..') return say`${name(text)} leads out of its folder with ..; paths are relative to the repository`
  }
  return undefined
}

/** `{…}`, wildcards, and runs of literal characters. */
const PIECE = /\{([^{}/]*)\}|\*{2,}|\*|[{}]|[^{}*]+/g

function partsOf(text: string, wrong: (problem: Message) => void): Part[] | undefined {
  const parts: Part[] = []
  for (const piece of text.matchAll(PIECE)) {
    const [whole, inside] = piece
    if (inside !== undefined) {
      const part = captureOf(inside, wrong)
      if (part === undefined) return undefined
      parts.push(part)
    } else if (whole === '{' || whole === '}') {
      wrong(whole === '{' ? say`${name(text)} has a { that is not closed` : say`${name(text)} has a } without a {`)
      return undefined
    } else {
      pushText(parts, whole)
    }
  }
  return parts
}

/** Adds a literal or a wildcard; `**` and the slash after it are any number of folders where a segment starts. */
export function pushText(parts: Part[], text: string): void {
  const before = parts.at(-1)
  if (text.startsWith('**')) {
    parts.push({ is: 'any', spans: true })
  } else if (text === '*') {
    parts.push({ is: 'any', spans: false })
  } else if (text.startsWith('/') && before?.is === 'any' && before.spans && before.capture === undefined && startsSegment(parts)) {
    parts[parts.length - 1] = { is: 'folders' }
    if (text.length > 1) parts.push({ is: 'literal', text: text.slice(1) })
  } else {
    parts.push({ is: 'literal', text })
  }
}

/** Whether the last part starts where a segment starts. */
function startsSegment(parts: readonly Part[]): boolean {
  const before = parts.at(-2)
  return before === undefined || before.is === 'folders' || (before.is === 'literal' && before.text.endsWith('/'))
}

function captureOf(inside: string, wrong: (problem: Message) => void): Part | undefined {
  const spans = inside.endsWith('**')
  const word = spans ? inside.slice(0, -2) : inside
  const capture = CAPTURES.find((each) => each === word)
  if (capture === undefined) {
    const known = CAPTURES.map((each) => `{${each}}`)
    const near = didYouMean(`{${word}}`, known)
    wrong(say`unknown capture ${name(`{${inside}}`)}${near === '' ? say`; known are ${list(known.map(name))}` : near}`)
    return undefined
  }
  if (spans && (capture === 'kind' || capture === 'ext')) {
    wrong(say`${name(`{${inside}}`)} cannot span folders: there is no slash in it`)
    return undefined
  }
  return capture === 'ext' ? { is: 'extension' } : { is: 'any', spans, capture }
}

function arrangementProblem(parts: readonly Part[]): Message | undefined {
  if (parts.length > MOST_PARTS) return say`this has more than ${MOST_PARTS} parts`
  const seen = new Set<string>()
  for (const [i, part] of parts.entries()) {
    const capture = part.is === 'any' ? part.capture : part.is === 'extension' ? 'ext' : undefined
    if (capture === undefined) continue
    if (seen.has(capture)) return say`${name(`{${capture}}`)} is captured twice; write * for the other one`
    seen.add(capture)
    if (isVariable(parts[i - 1]) || isVariable(parts[i + 1])) {
      return say`nothing says where ${name(`{${capture}}`)} ends and the wildcard or capture beside it begins`
    }
  }
  return undefined
}

function isVariable(part: Part | undefined): boolean {
  return part?.is === 'any' || part?.is === 'extension'
}

/** A pattern whose files are certainly of no known format. One that ends in a wildcard is judged file by file. */
function formatProblem(text: string, parts: readonly Part[]): Message | undefined {
  const last = parts.at(-1)
  if (last?.is !== 'literal' || formatOf(text) !== undefined) return undefined
  if (parts.length > 1 && !/[./]/.test(last.text)) return undefined
  return say`${name(text)} names no format that Cairn reads: ${list(EXTENSIONS.map(name), 'or')}`
}
