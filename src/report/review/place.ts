import { showLocation, type Location } from '../../core/place.ts'
import { code, md, span } from '../markdown-text.ts'
import { uriOf } from '../uri.ts'
import { grouped } from '../verdict.ts'
import { filePlace } from '../where.ts'
import { brief, briefPath } from './brief.ts'

/** Where the repository can be looked at; without it places are no links. */
export interface Links {
  /** `https://github.com`, without a slash at the end. */
  readonly server: string
  /** `owner/name`. */
  readonly repository: string
  /** The commits as the platform knows them: the head of the pull request, and its base. */
  readonly head: string
  readonly base?: string
}

export interface Places {
  readonly links?: Links
  /** The configuration repository, seen from the top of the Git repository; empty for the top. */
  readonly prefix: string
}

/** How much room there is: for all of a path and of a text, or for its end and its start. */
export type Room = 'full' | 'short'

export interface PlaceAt {
  readonly location: Location
  /** Which side of the change has it, where the location does not say so itself. */
  readonly side?: 'base' | 'head'
  readonly room: Room
  /** Whether it stands in a table, where pipes count. */
  readonly in: 'cell' | 'line'
}

/** A place as `file:line`, linked to the commit that has it where that is known. */
export function placeMarkdown({ location, side = 'head', room, in: where }: PlaceAt, places: Places): string {
  const text = placeText(location, room)
  const shown = where === 'cell' ? code(text) : span(text)
  const url = placeUrl(location, side, places)
  return url === undefined ? shown : `[${shown}](${url})`
}

/**
 * Where a place can be looked at, in the commit that has it; `undefined` where that is not known.
 *
 * @param side which commit that is, where the location does not say so itself
 */
export function placeUrl({ side: own, ...location }: Location, side: 'base' | 'head', { links, prefix }: Places): string | undefined {
  const commit = (own ?? side) === 'base' ? links?.base : links?.head
  if (links === undefined || commit === undefined) return undefined
  if (location.file === undefined || isBuiltIn(location.file)) return undefined
  const { file, line } = filePlace(location, prefix)
  // A browser would follow such segments out of the repository.
  if (/(?:^|\/)\.{1,2}(?:\/|$)/.test(file)) return undefined
  const url = `${links.server}/${links.repository}/blob/${commit}/${uriOf(file)}${line === undefined ? '' : `#L${line}`}`
  return url.replaceAll('(', '%28').replaceAll(')', '%29')
}

const isBuiltIn = (file: string): boolean => file.startsWith('cairn:')

export function placeText(location: Location, room: Room): string {
  const { file, line } = location
  if (file === undefined) return room === 'full' ? showLocation(location) : brief(showLocation(location))
  return `${room === 'full' ? file : briefPath(file)}${line === undefined ? '' : `:${line}`}`
}

/** Text from the repository with as much of it as there is room for. */
export function textMarkdown(text: string, room: Room): string {
  return md(room === 'full' ? text : brief(text, 200))
}

/** Names in code spans, for a cell of a table: so many of them at most, and how many more there are. */
export function namesMarkdown(all: readonly string[], most: number): string {
  return someOf(all, most, code)
}

/** The same outside of tables. */
export function namesInLine(all: readonly string[], most: number): string {
  return someOf(all, most, span)
}

function someOf(all: readonly string[], most: number, show: (text: string) => string): string {
  const named = all.slice(0, most).map((one) => show(brief(one))).join(', ')
  return all.length <= most ? named : `${named} and ${grouped(all.length - most)} more`
}

/** The same where HTML is read and no Markdown: in a `<summary>`. */
export function namesHtml(all: readonly string[], most: number): string {
  return someOf(all, most, (one) => `<code>${md(one)}</code>`)
}
