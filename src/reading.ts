import type { Collector } from './core/collector.ts'
import { CONFIG_FILE, type Config } from './core/config.ts'
import type { LayerSource } from './core/discovery.ts'
import { finding, type Finding, type Report } from './core/finding.ts'
import { formatOf } from './core/format.ts'
import { NotLoaded } from './core/lazy.ts'
import { say, type Message } from './core/message.ts'
import { inFile } from './core/place.ts'
import { MAX_FILE_BYTES, type ReadProblem, type Snapshot } from './core/ports.ts'
import type { RuleId } from './core/rules.ts'
import { Source } from './core/source.ts'
import type { Tree } from './core/tree.ts'
import { needsContent } from './stages/discover/content.ts'
import { decode } from './stages/parse/decode.ts'
import { plantHole } from './stages/parse/draft.ts'
import { parseFile } from './stages/parse/parse.ts'

/** How a layout entry wants a file read. */
export interface HowToRead {
  readonly stream: boolean
  readonly separator?: string
}

/** Reads and parses the files of one snapshot. What cannot be read or parsed is a hole with a finding. */
export interface Reader {
  /** The tree of `cairn.yaml`, `undefined` where there is none. */
  readonly config: (report: Report) => Tree | undefined
  /** Takes over what `cairn.yaml` says about tags, and announces the files that discovery reads. */
  readonly configure: (config: Config) => void
  /** The documents of a file; one hole where it could not be read. Parses anew at each call, unless they are kept. */
  readonly trees: (path: string, how: HowToRead, report: Report) => readonly Tree[]
  /**
   * The same in silence, for what a reference leads to. They are kept for a while, with their findings: the turn of
   * that document comes, or has just been.
   */
  readonly keptTrees: (path: string, how: HowToRead) => readonly Tree[]
  /** Announces files that many documents read: their trees are kept too. */
  readonly share: (sources: readonly LayerSource[]) => void
  /** Announces layers that will be read, so that a commit's are fetched in one go. */
  readonly announce: (sources: Iterable<LayerSource>) => void
  /** The bytes as text, to look for something without parsing; `undefined` where they cannot be read. */
  readonly bytes: (path: string) => Buffer | undefined
  /** A file's text as the parsers see it; `undefined` where it has none. */
  readonly source: (path: string) => Source | undefined
  /**
   * Does a unit of work that parses. Rarely used parsers are loaded when the first file asks for them: the unit is then
   * begun again, its findings so far forgotten.
   */
  readonly whole: <T>(collector: Collector, work: () => T) => Promise<T>
}

/** What people write for it. */
export const MISNAMED = 'cairn.yml'

/** Most files whose trees are kept at once: memory does not follow the repository. */
const MOST_KEPT = 1024

interface Kept {
  readonly how: HowToRead
  readonly trees: readonly Tree[]
  readonly findings: readonly Finding[]
}

export function createReader(snapshot: Snapshot): Reader {
  let tags: Config['tags'] = new Map()
  const kept = new Map<string, Kept>()
  const shared = new Set<string>()
  const parse: Reader['trees'] = (path, how, report) => {
    const { bytes, problem, path: edited } = snapshot.read(path)
    if (problem === undefined) return parseFile(placed(path, edited), bytes, { ...how, tags }, report)
    const [rule, message] = PROBLEMS[problem]
    report(finding(rule, inFile(path), message))
    return [plantHole(new Source(path, ''))]
  }
  const keptAs = (path: string, how: HowToRead): Kept | undefined => {
    const known = kept.get(path)
    return known?.how.stream === how.stream && known.how.separator === how.separator ? known : undefined
  }
  const keep = (path: string, how: HowToRead): Kept => {
    const findings: Finding[] = []
    const made = { how, trees: parse(path, how, (found) => findings.push(found)), findings }
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? path)
    kept.set(path, made)
    return made
  }
  const trees: Reader['trees'] = (path, how, report) => {
    const known = keptAs(path, how) ?? (shared.has(path) ? keep(path, how) : undefined)
    if (known === undefined) return parse(path, how, report)
    for (const found of known.findings) report(found)
    return known.trees
  }
  return {
    trees,
    keptTrees: (path, how) => (keptAs(path, how) ?? keep(path, how)).trees,
    share: (sources) => {
      for (const { path } of sources) shared.add(path)
      snapshot.prefetch(shared)
    },
    announce: (sources) => { snapshot.prefetch(pathsOf(sources)) },
    config: (report) => {
      const there = (wanted: string) => snapshot.entries.some(({ path }) => path === wanted)
      if (!there(CONFIG_FILE)) {
        if (there(MISNAMED)) report(finding('discover/unused-file', inFile(MISNAMED), say`Cairn reads cairn.yaml: rename this file`))
        return undefined
      }
      return trees(CONFIG_FILE, { stream: false }, report)[0]
    },
    configure: (config) => {
      tags = config.tags
      snapshot.prefetch(pathsForDiscovery(snapshot, config))
    },
    bytes: (path) => snapshot.read(path).bytes,
    source: (path) => {
      const { bytes, path: edited } = snapshot.read(path)
      const decoded = bytes && decode(placed(path, edited), bytes)
      return decoded?.refused === undefined ? decoded?.source : undefined
    },
    whole: async (collector, work) => {
      collector.close()
      for (;;) {
        try {
          return work()
        } catch (error) {
          if (!(error instanceof NotLoaded)) throw error
          collector.discard()
          await error.load()
        }
      }
    },
  }
}

/** Up to so many files all of a commit's contents are fetched at once, needed or not: running Git again costs more. */
const FETCHED_AT_ONCE = 200

/** What discovery reads: environment files, and all that there is where layouts look into files. */
function* pathsForDiscovery({ entries }: Snapshot, { layout, environmentFiles }: Config): Generator<string> {
  const all = entries.length <= FETCHED_AT_ONCE || layout.some(needsContent)
  const ending = environmentFiles.slice(Math.max(...['}', '*', '?'].map((end) => environmentFiles.lastIndexOf(end))) + 1)
  for (const { path } of entries) if (formatOf(path) !== undefined && (all || path.endsWith(ending))) yield path
}

function* pathsOf(sources: Iterable<LayerSource>): Generator<string> {
  for (const { path } of sources) yield path
}

/** What a person edits behind a link; the link itself where only its name tells the format. */
function placed(path: string, edited: string | undefined): string {
  return edited === undefined || formatOf(edited) === undefined ? path : edited
}

const PROBLEMS: Readonly<Record<ReadProblem, readonly [RuleId, Message]>> = {
  missing: ['discover/unreadable-file', say`this file is listed by Git and is not there`],
  unreadable: ['discover/unreadable-file', say`this file cannot be read: check its permissions`],
  'not-a-file': ['discover/unreadable-file', say`this is no regular file, so it cannot be read`],
  'too-large': ['discover/too-large', say`this file is larger than ${MAX_FILE_BYTES} bytes and is not read`],
  'link-outside': ['discover/outside-link', say`this link leads out of the repository and is not followed`],
  'link-broken': ['discover/broken-link', say`this link leads nowhere`],
}
