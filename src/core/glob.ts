import { name, say, type Message } from './message.ts'
import { Opaque } from './opaque.ts'
import { tokensOf, type Tokens } from './pointer.ts'
import { isList, isMapping, type Value } from './value.ts'

/**
 * A glob over the folders of a path, the tokens of a pointer or a single name, one text a segment: `*` and `?` stand
 * for characters of one segment, `**` as a segment for any number of them. All else is literal.
 */
export type Glob = readonly string[]

/** Longer globs are a mistake or an attack. */
const LONGEST = 1000

/** Reads the glob of a path: a slash at its end stands for all of the folder. */
export function pathGlob(text: string): Glob {
  return (text.endsWith('/') ? `${text}**` : text).split('/')
}

/** Reads the glob of a pointer, `/database/*`; `undefined` for what is none. */
export function pointerGlob(text: string): Glob | undefined {
  return tokensOf(text)
}

/** What is wrong with a glob of paths; `undefined` where it can be used. */
export function pathGlobProblem(text: string): Message | undefined {
  if (text.length > LONGEST) return say`this is longer than ${LONGEST} characters`
  if (text.startsWith('!')) return say`${name(text)} starts with !, but nothing can be taken out; write narrower globs`
  if (text.startsWith('/')) return say`${name(text)} starts with a slash; paths are relative to the repository`
  if (text.includes('\\')) return say`${name(text)} has a backslash; write / between folders`
  if (/[{}]/.test(text)) return say`${name(text)} has braces, which are not read here; write an entry for each`
  const segments = pathGlob(text)
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return say`${name(text)} has an empty folder name, or . or .. among its folders`
  }
  return starsProblem(text, segments)
}

/** The same for a glob of pointers. */
export function pointerGlobProblem(text: string): Message | undefined {
  if (text.length > LONGEST) return say`this is longer than ${LONGEST} characters`
  const glob = pointerGlob(text)
  if (glob !== undefined) return starsProblem(text, glob)
  const fix = text.startsWith('/') ? say`write ~0 for ~ and ~1 for a slash in a key` : say`it starts with a slash`
  return say`${name(text)} is no pointer: ${fix}`
}

function starsProblem(text: string, glob: Glob): Message | undefined {
  const mixed = glob.some((segment) => segment !== '**' && segment.includes('**'))
  return mixed ? say`in ${name(text)}, ** has to stand between slashes of its own` : undefined
}

/** Whether a glob stands for some of several things, so that it cannot be misspelt as a name can. */
export function hasWildcards(glob: Glob): boolean {
  return glob.some((segment) => /[*?]/.test(segment))
}

/** Positions in a glob that may come next; none where nothing can follow. Time is bounded by glob × segments. */
type Positions = readonly number[]

export function matchesGlob(glob: Glob, segments: readonly string[]): boolean {
  let at = startOf(glob)
  for (const segment of segments) at = step(glob, at, segment)
  return at.includes(glob.length)
}

/** Whether a glob matches these segments or the first few of them: what it names, and all that lies below. */
export function coversGlob(glob: Glob, segments: readonly string[]): boolean {
  let at = startOf(glob)
  for (const segment of segments) {
    if (at.includes(glob.length)) return true
    at = step(glob, at, segment)
  }
  return at.includes(glob.length)
}

/**
 * Whether a glob covers what stands at `tokens`, or names something in the value there. What is in an opaque leaf
 * nobody knows: a glob that may lead into it does.
 */
export function reachesGlob(glob: Glob, tokens: Tokens, value: Value | undefined): boolean {
  let at = startOf(glob)
  for (const token of tokens) {
    if (at.includes(glob.length)) return true
    at = step(glob, at, token)
  }
  return leadsInto(glob, at, value)
}

function leadsInto(glob: Glob, at: Positions, value: Value | undefined): boolean {
  if (at.includes(glob.length)) return true
  if (at.length === 0 || value === undefined) return false
  if (value instanceof Opaque) return value.opaque === 'unresolved' || value.opaque === 'hole'
  if (isList(value)) return value.some((item, index) => leadsInto(glob, step(glob, at, String(index)), item))
  if (!isMapping(value)) return false
  return Object.keys(value).some((key) => leadsInto(glob, step(glob, at, key), value[key]))
}

const startOf = (glob: Glob): Positions => enter(glob, 0, [])

/** Adds a position; one before `**` may skip it. */
function enter(glob: Glob, position: number, positions: number[]): number[] {
  for (let at = position; !positions.includes(at); at++) {
    positions.push(at)
    if (glob[at] !== '**') break
  }
  return positions
}

function step(glob: Glob, positions: Positions, segment: string): Positions {
  const next: number[] = []
  for (const position of positions) {
    const part = glob[position]
    if (part === '**') enter(glob, position, next)
    else if (part !== undefined && matchesSegment(part, segment)) enter(glob, position + 1, next)
  }
  return next
}

/** Whether a text matches one segment of a glob. Where it fails after a `*`, that takes a character more. */
export function matchesSegment(pattern: string, text: string): boolean {
  if (pattern === '*') return true
  let at = 0
  let read = 0
  let star = -1
  let resume = 0
  while (read < text.length) {
    const char = pattern[at]
    if (char === '*') {
      star = at++
      resume = read
    } else if (char === '?' || (char !== undefined && char === text[read])) {
      at++
      read++
    } else if (star >= 0) {
      at = star + 1
      read = ++resume
    } else {
      return false
    }
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}

/** Several globs; most texts are told apart by their last segment alone. */
export class GlobSet {
  readonly #byLast = new Map<string, Glob[]>()
  readonly #others: Glob[] = []

  constructor(globs: Iterable<Glob>) {
    for (const glob of globs) {
      const last = glob.at(-1)
      if (last === undefined || /[*?]/.test(last)) {
        this.#others.push(glob)
        continue
      }
      const known = this.#byLast.get(last)
      if (known === undefined) this.#byLast.set(last, [glob])
      else known.push(glob)
    }
  }

  matches(segments: readonly string[]): boolean {
    for (const glob of this.#byLast.get(segments.at(-1) ?? '') ?? []) if (matchesGlob(glob, segments)) return true
    for (const glob of this.#others) if (matchesGlob(glob, segments)) return true
    return false
  }
}
