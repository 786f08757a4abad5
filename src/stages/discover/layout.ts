import type { Config, LayoutEntry } from '../../core/config.ts'
import { formatOf } from '../../core/format.ts'
import { compileGlob, ignoredByName, isIgnored } from './ignore.ts'
import { matchShape, type Captures, type Shape } from './match.ts'
import { compilePattern, type Pattern } from './pattern.ts'

/** A pattern with the entries that are written for it: one path may have several, with different `at`. */
export interface PatternGroup {
  readonly pattern: Pattern
  readonly entries: readonly LayoutEntry[]
}

/** The layout made ready: what to do with each path of a repository. */
export interface Layout {
  /** Most literal characters first; of as many, the later entry first. */
  readonly groups: readonly PatternGroup[]
  readonly environmentFiles: Pattern | undefined
  readonly ignore: readonly Shape[]
  /** Folders, each with its slash, under which every file is accounted for; the empty one is the whole repository. */
  readonly roots: readonly string[]
}

/** What a file is for. */
export type Use =
  | { readonly is: 'layer'; readonly group: PatternGroup; readonly captures: Captures; readonly rival?: PatternGroup }
  | { readonly is: 'environment'; readonly environment: string }
  | { readonly is: 'ignored' }
  | { readonly is: 'unused' }
  | { readonly is: 'outside' }

export function createLayout(config: Config): Layout {
  const groups = groupsOf(config.layout)
  const environmentFiles = compilePattern(config.environmentFiles, () => {})
  const roots = groups.map(({ pattern }) => pattern.root)
  if (environmentFiles !== undefined) roots.push(environmentFiles.root)
  return {
    groups,
    environmentFiles,
    ignore: config.ignore.flatMap((glob) => compileGlob(glob, () => {})),
    roots: roots.filter((root, i) => !roots.some((other, j) => root.startsWith(other) && (other !== root || j < i))),
  }
}

function groupsOf(entries: readonly LayoutEntry[]): readonly PatternGroup[] {
  const groups = new Map<string, { pattern: Pattern; entries: LayoutEntry[] }>()
  for (const entry of entries) {
    const group = groups.get(entry.path)
    if (group !== undefined) {
      group.entries.push(entry)
      continue
    }
    const pattern = compilePattern(entry.path, () => {})
    if (pattern !== undefined) groups.set(entry.path, { pattern, entries: [entry] })
  }
  return [...groups.values()].reverse().sort((a, b) => b.pattern.literals - a.pattern.literals)
}

const IGNORED: Use = { is: 'ignored' }
const UNUSED: Use = { is: 'unused' }
const OUTSIDE: Use = { is: 'outside' }

/**
 * What a path is for. `ignore` beats everything; then environment files; then the pattern with most literal characters,
 * unless what Cairn ignores by itself spells out more of the path.
 */
export function useOf(layout: Layout, path: string): Use {
  if (!isUnderRoot(layout, path)) return OUTSIDE
  if (isIgnored(layout.ignore, path)) return IGNORED
  const environment = layout.environmentFiles && matchShape(layout.environmentFiles.shape, path)?.environment
  if (environment !== undefined) return { is: 'environment', environment }
  const { groups } = layout
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as PatternGroup
    const captures = matchShape(group.pattern.shape, path)
    if (captures === undefined || (!group.pattern.endsInFormat && formatOf(path) === undefined)) continue
    if (ignoredByName(path) >= group.pattern.literals) return IGNORED
    const rival = rivalOf(groups, i, path)
    return rival === undefined ? { is: 'layer', group, captures } : { is: 'layer', group, captures, rival }
  }
  return ignoredByName(path) < 0 ? UNUSED : IGNORED
}

/** Another pattern that matches the path too, with as many literal characters as the one that takes it. */
function rivalOf(groups: readonly PatternGroup[], taken: number, path: string): PatternGroup | undefined {
  const { literals } = (groups[taken] as PatternGroup).pattern
  for (let i = taken + 1; groups[i]?.pattern.literals === literals; i++) {
    const rival = groups[i] as PatternGroup
    if (matchShape(rival.pattern.shape, path) !== undefined) return rival
  }
  return undefined
}

/** Whether a path lies in a folder that the layout accounts for. */
export function isUnderRoot({ roots }: Pick<Layout, 'roots'>, path: string): boolean {
  for (const root of roots) if (path.startsWith(root)) return true
  return false
}

/** Whether files that the layout would account for may lie in a folder that cannot be looked into. */
export function mayHoldLayers({ roots, ignore }: Layout, path: string): boolean {
  const folder = `${path}/`
  if (isIgnored(ignore, path) || isIgnored(ignore, folder) || ignoredByName(folder) >= 0) return false
  return roots.some((root) => folder.startsWith(root) || root.startsWith(folder))
}
