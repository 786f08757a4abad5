import type { Config, LayoutEntry } from '../../core/config.ts'
import type { Discovery, LayerSource } from '../../core/discovery.ts'
import { documentKey } from '../../core/document.ts'
import { finding, type Report } from '../../core/finding.ts'
import { formatOf } from '../../core/format.ts'
import { name, say } from '../../core/message.ts'
import { inFile, type Place } from '../../core/place.ts'
import type { SnapshotEntry } from '../../core/ports.ts'
import type { Tree } from '../../core/tree.ts'
import { addRivalry, reportClaims, type Claims } from './claims.ts'
import { contentLayers, needsContent, type ContentLayer } from './content.ts'
import { createDocuments, type Documents } from './documents.ts'
import { EnvironmentRegister } from './environments.ts'
import { createLayout, mayHoldLayers, useOf, type Layout, type Use } from './layout.ts'
import { EVERY_DOCUMENT } from './layout-entry.ts'
import type { Captures } from './match.ts'
import { didYouMean } from '../../core/nearest.ts'
import { reportUnknownMentions } from './publish-mentions.ts'
import { reportUnknownKinds } from './rules.ts'
import { nameProblem, type Named } from '../../core/setting.ts'
import { checkLonely } from './shared.ts'
import { reportLostSilences } from './silences.ts'
import { reportUnusedSchemas } from './unused-schemas.ts'
import { reportUnused } from './unused.ts'

/** Reads and parses a file; its problems are reported by whoever parses, and stand in the trees as holes. */
export type ParseFile = (path: string, how: Pick<LayoutEntry, 'stream' | 'separator'>) => readonly Tree[]

export interface DiscoverInput {
  /** Sorted by path. */
  readonly entries: readonly SnapshotEntry[]
  readonly config: Config
  /** Called only for environment files, and for files whose layers the layout tells by their content. */
  readonly parse: ParseFile
}

/** What the run knows so far. */
interface Survey {
  readonly input: DiscoverInput
  readonly layout: Layout
  readonly documents: Documents
  /** What `cairn.yaml` names as schemas, wherever it is. */
  readonly schemas: ReadonlySet<string | undefined>
  readonly environments: EnvironmentRegister
  /** Files that an entry or the pattern of environment files takes. */
  readonly used: string[]
  readonly unused: string[]
  readonly claims: Claims
  readonly report: Report
}

/**
 * Finds out which files are layers of which documents, and which environments there are (DESIGN §2). Every file under
 * the layout's roots is used, ignored by name, or reported. Files are read only where the layout looks into them.
 */
export function discover(input: DiscoverInput, report: Report): Discovery {
  const survey: Survey = {
    input,
    layout: createLayout(input.config),
    schemas: new Set(Array.from(input.config.kinds.values(), ({ schema }) => schema)),
    documents: createDocuments(),
    environments: new EnvironmentRegister(input.config),
    used: [],
    unused: [],
    claims: { rivalries: new Map(), taken: new Set(), fruitful: new Set() },
    report,
  }
  for (const entry of input.entries) sortFile(survey, entry)
  if (input.config.sound) reportUnused(survey.unused, { used: survey.used, roots: survey.layout.roots }, report)
  reportClaims(survey.claims, input.config, report)
  const environments = survey.environments.settle(report)
  const { documents, shared, files } = survey.documents.finish(report)
  checkLonely({ ...input, claims: survey.claims, found: { documents, shared } }, report)
  if (input.config.sound) {
    reportUnknownTargets(input.config, documents, report)
    reportUnusedSchemas({ ...input, documents }, report)
    const kinds = kindsOf(input.config, documents)
    reportUnknownKinds(input.config.ruleKinds, kinds, report)
    reportUnknownMentions({ ...input, environments, kinds }, report)
    reportLost(input, documents, report)
  }
  return { documents, shared, environments, files }
}

function sortFile(survey: Survey, entry: SnapshotEntry): void {
  const { layout, report } = survey
  const { path } = entry
  const use = useOf(layout, path)
  if (entry.type !== 'file' && hidesFiles(entry, use)) {
    if (mayHoldLayers(layout, path)) reportHidden(entry, report)
  } else if (use.is === 'outside' || use.is === 'ignored') {
    return
  } else if (UNDECODED.test(path)) {
    report(finding('discover/bad-name', inFile(path), say`the path of this file is not UTF-8, so it cannot be read; rename it`))
  } else if (use.is === 'unused' && survey.schemas.has(path)) {
    return
  } else if (use.is === 'unused') {
    survey.unused.push(path)
  } else if (use.is === 'environment') {
    survey.used.push(path)
    takeEnvironmentFile(survey, path, use.environment)
  } else {
    survey.used.push(path)
    if (use.rival !== undefined) addRivalry(survey.claims, path, { winner: use.group, loser: use.rival })
    for (const layoutEntry of use.group.entries) takeFile(survey, path, layoutEntry, use.captures)
  }
}

/** Submodules, and links that may lead to folders: what is behind them is not among the entries. */
function hidesFiles({ path, type }: SnapshotEntry, use: Use): boolean {
  if (type === 'submodule') return true
  return (use.is === 'unused' || use.is === 'outside') && formatOf(path) === undefined
}

function reportHidden({ path, type }: SnapshotEntry, report: Report): void {
  if (type === 'submodule') {
    const message = say`this is a submodule: its files are in another repository and are not read`
    report(finding('discover/submodule', inFile(path), message))
  } else {
    const message = say`this symbolic link is used by no layout entry; links to folders are not followed`
    report(finding('discover/unused-file', inFile(path), message))
  }
}

/** What Git's bytes become where they are not UTF-8. */
const UNDECODED = /\ufffd|[\udc80-\udcff](?<![\ud800-\udbff][\udc80-\udcff])/

function takeEnvironmentFile({ input, environments, report }: Survey, path: string, environment: string): void {
  const problem = nameProblem(environment, 'environment')
  if (problem !== undefined) report(finding('discover/bad-name', inFile(path), problem))
  else environments.define(environment, path, input.parse(path, { stream: false })[0], report)
}

const WHOLE_FILE: ContentLayer = { at: [] }

/** Makes the layers that one entry sees in a file. */
function takeFile(survey: Survey, path: string, entry: LayoutEntry, captures: Captures): void {
  const { claims, input } = survey
  claims.taken.add(entry)
  if (!needsContent(entry)) {
    claims.fruitful.add(entry)
    takeLayer(survey, { path, entry, captures, layer: WHOLE_FILE })
    return
  }
  const report: Report = (found) => {
    claims.fruitful.add(entry)
    survey.report(found)
  }
  const trees = input.parse(path, entry)
  const { layers, hadHole } = contentLayers(entry, trees, report)
  if (layers.length > 0 || hadHole) claims.fruitful.add(entry)
  for (const layer of layers) takeLayer(survey, { path, entry, captures, trees, layer })
}

interface FoundLayer {
  readonly path: string
  readonly entry: LayoutEntry
  readonly captures: Captures
  /** The file's documents, where they had to be read. */
  readonly trees?: readonly Tree[]
  readonly layer: ContentLayer
}

function takeLayer({ documents, environments, report }: Survey, found: FoundLayer): void {
  const { path, entry, captures, layer } = found
  const kind = entry.kind ?? captures.kind ?? ''
  const fixed = entry.name !== undefined && 'fixed' in entry.name ? entry.name.fixed : undefined
  const document = layer.name?.text ?? fixed ?? captures.name ?? ''
  const environment = environmentOf(found)
  if (!isGoodName(kind, 'kind', path, report)) return
  if (!isGoodName(document, 'document', layer.name?.place ?? path, report)) return
  if (environment !== null) {
    const place = layer.environment?.place ?? path
    if (!isGoodName(environment, 'environment', place, report)) return
    // An entry's own environment is checked where cairn.yaml is read.
    const isOwn = entry.environment !== undefined && 'fixed' in entry.environment
    if (isOwn && !environments.isListed(environment)) return
    if (!environments.see(environment, isOwn ? () => entry.place : place)) return
  }
  const source = sourceOf(found, environment)
  if (fixed === EVERY_DOCUMENT) documents.addShared(kind, source)
  else documents.add(kind, document, source, layer.name?.place)
}

function environmentOf({ entry, captures, layer }: FoundLayer): string | null {
  if (layer.environment !== undefined) return layer.environment?.text ?? null
  if (entry.environment !== undefined && 'fixed' in entry.environment) return entry.environment.fixed
  return captures.environment ?? null
}

function sourceOf({ path, entry, trees, layer }: FoundLayer, environment: string | null): LayerSource {
  const source: LayerSource = { path, entry, environment, at: layer.at }
  if (trees === undefined) return source
  return layer.document === undefined ? { ...source, trees } : { ...source, document: layer.document, trees }
}

/** @param place where the name stands, or the path that holds it */
function isGoodName(
  text: string,
  of: Named,
  place: string | (() => Place),
  report: Report,
): boolean {
  const problem = nameProblem(text, of)
  if (problem === undefined) return true
  report(finding('discover/bad-name', typeof place === 'string' ? inFile(place) : place(), problem))
  return false
}

/** The kinds that there are, or that `cairn.yaml` speaks of. */
function kindsOf({ kinds, layout }: Config, documents: Discovery['documents']): ReadonlySet<string> {
  const known = new Set(kinds.keys())
  for (const { kind } of layout) if (kind !== undefined) known.add(kind)
  for (const { id } of documents.values()) known.add(id.kind)
  return known
}

/** Run variables that are meant for a document that there is not. */
function reportLost({ entries, config }: DiscoverInput, documents: Discovery['documents'], report: Report): void {
  if (config.silences.length === 0) return
  const targets = { files: entries.map(({ path }) => path), documents: [...documents.keys()] }
  reportLostSilences(config.silences, targets, report)
}

function reportUnknownTargets({ variables }: Config, documents: Discovery['documents'], report: Report): void {
  for (const { kind, name: document, place } of variables) {
    const key = documentKey({ kind, name: document })
    if (documents.has(key)) continue
    const message = say`there is no document ${name(key)}${didYouMean(key, documents.keys())}`
    report(finding('discover/unknown-document', place, message))
  }
}
