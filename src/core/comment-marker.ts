import { Failure } from './failure.ts'
import { name, say } from './message.ts'

/**
 * The first line of a comment of ours, which GitHub does not show. Reports of different jobs on one pull request have
 * different ids.
 *
 * @throws Failure (usage) where the id could end the marker
 */
export function commentMarker(id: string): string {
  if (!/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/i.test(id) || id.length > 100) {
    throw new Failure('usage', say`${name(id)} is no id of a comment`, say`use letters and digits, with single -, _ or . between them`)
  }
  return `<!-- cairn:${id} v1 -->`
}

/** Whether a comment begins with the marker, and its line has nothing else. */
export function hasMarker(body: string, marker: string): boolean {
  return body.startsWith(marker) && /^[^\S\n]*(?:\n|$)/.test(body.slice(marker.length, marker.length + 100))
}
