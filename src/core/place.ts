import { name, say, type Message } from './message.ts'
import type { Source } from './source.ts'

/**
 * Where a person looks: two offsets into a file that can be edited (`end` exclusive), a whole file, a process variable,
 * or an environment as such.
 */
export type Place =
  | { readonly in: 'span'; readonly source: Source; readonly start: number; readonly end: number; readonly alias?: SpanPlace }
  | { readonly in: 'file'; readonly file: string }
  | { readonly in: 'variable'; readonly variable: string }
  | { readonly in: 'environment'; readonly environment: string }

export type SpanPlace = Extract<Place, { in: 'span' }>

export const inFile = (file: string): Place => ({ in: 'file', file })
export const inVariable = (variable: string): Place => ({ in: 'variable', variable })
export const inEnvironment = (environment: string): Place => ({ in: 'environment', environment })
/** `alias`: the use of an anchor through which this place was reached (DESIGN §1: the place is the anchor's). */
export function inSpan(source: Source, start: number, end: number, alias?: SpanPlace): SpanPlace {
  return alias === undefined ? { in: 'span', source, start, end } : { in: 'span', source, start, end, alias }
}

/** A place with its line and column worked out, detached from the text: what reports and JSON hold. */
export interface Location {
  /** Path in the repository, where the place is in a file. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  readonly variable?: string
  readonly environment?: string
  /** Of a comparison: the place is in the base, and the head may not have it. */
  readonly side?: 'base'
}

/** The same place, said to be in the base. */
export function inBase(location: Location): Location {
  return { ...location, side: 'base' }
}

export function locate(place: Place): Location {
  switch (place.in) {
    case 'span': {
      const start = place.source.positionOf(place.start)
      const end = place.source.positionOf(place.end)
      const file = place.source.path
      return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
    }
    case 'file':
      return { file: place.file }
    case 'variable':
      return { variable: place.variable }
    case 'environment':
      return { environment: place.environment }
  }
}

/** `file:line:column`, as editors and terminals open it; what there is of it. */
export function showLocation(at: Location): Message {
  if (at.file !== undefined) {
    return at.line === undefined ? say`${name(at.file)}` : say`${name(at.file)}:${at.line}:${at.column ?? 1}`
  }
  if (at.variable !== undefined) return say`variable ${name(at.variable)}`
  return say`environment ${name(at.environment ?? '')}`
}
