import { say, type Message } from '../../core/message.ts'
import { inFile, inSpan, type Place } from '../../core/place.ts'
import { MANIFEST_FILE, type Publication, type PublishedFiles } from '../../core/publication.ts'
import { Source } from '../../core/source.ts'
import { MAX_FILE } from './verify-files.ts'

/** Where a publication is not what its commit gives. */
export interface Difference {
  readonly path: string
  /** The first line that differs, of a file that is there and should be. */
  readonly place: Place
  readonly said: Message
}

/**
 * Compares every byte of a publication with what its commit gives now. Manifests differ wherever what they list does:
 * they are compared where all below them is the same.
 *
 * @param rendered what this program makes of the commit that the publication says it is of
 */
export function compareWithRendered(files: PublishedFiles, rendered: Publication): Difference[] {
  const differences: Difference[] = []
  const there = new Set(files.entries.map(({ path }) => path))
  const wanted = new Map(rendered.files.map(({ path, bytes }) => [path, bytes]))
  const compare = (path: string): boolean => {
    const difference = differenceOf({ path, files, there, wanted: wanted.get(path) as Uint8Array })
    if (difference !== undefined) differences.push(difference)
    return difference === undefined
  }
  const manifests = new Set([MANIFEST_FILE, ...rendered.manifest.environments.map(({ manifest }) => manifest.path)])
  const owners = rendered.manifest.environments.map(({ name }) => `${name}/`)
  for (const { path } of files.entries) {
    if (!wanted.has(path) && owners.some((folder) => path.startsWith(folder))) {
      differences.push({ path, place: inFile(path), said: say`does not follow from the commit, which gives no such file` })
    }
  }
  for (const path of wanted.keys()) if (!manifests.has(path)) compare(path)
  for (const folder of owners) {
    if (!differences.some(({ path }) => path.startsWith(folder))) compare(folder + MANIFEST_FILE)
  }
  if (differences.length === 0) compare(MANIFEST_FILE)
  return differences
}

interface Compared {
  readonly path: string
  readonly files: PublishedFiles
  readonly there: ReadonlySet<string>
  readonly wanted: Uint8Array
}

function differenceOf({ path, files, there, wanted }: Compared): Difference | undefined {
  if (!there.has(path)) return { path, place: inFile(path), said: say`follows from the commit and is not there` }
  const found = files.read(path, MAX_FILE)
  if (found === undefined) return { path, place: inFile(path), said: say`cannot be read as the file that follows from the commit` }
  if (Buffer.compare(found, wanted) === 0) return undefined
  const { source, start, end } = firstDifference(path, found, wanted)
  return { path, place: inSpan(source, start, end), said: say`is not what the commit gives, from here on` }
}

/** From the first character that differs to the end of its line. */
function firstDifference(path: string, found: Uint8Array, wanted: Uint8Array) {
  const text = Buffer.from(found).toString('utf8')
  const other = Buffer.from(wanted).toString('utf8')
  const length = Math.min(text.length, other.length)
  let start = 0
  while (start < length && text.charCodeAt(start) === other.charCodeAt(start)) start++
  const lineEnd = text.indexOf('\n', start)
  return { source: new Source(path, text), start, end: lineEnd < 0 ? text.length : lineEnd }
}
