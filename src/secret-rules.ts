import type { Collector } from './core/collector.ts'
import { CREATION_RULES_FILE, isRulesFile, rulesFolderOf, type CreationRules } from './core/sops/creation-rules.ts'
import { readCreationRules } from './stages/sops/creation-rules.ts'
import type { Workspace } from './workspace.ts'

/** The rules by the folder of their file. */
export type RulesByFolder = ReadonlyMap<string, CreationRules>

/** Reads the rules of all folders, and reports what is wrong with them. */
export async function readRules(
  { snapshot, reader, engines }: Workspace,
  collector: Collector,
): Promise<RulesByFolder> {
  const paths = snapshot.entries.filter(({ path, type }) => type !== 'submodule' && isRulesFile(path)).map(({ path }) => path)
  snapshot.prefetch(paths)
  return reader.whole(collector, () => {
    const rules = new Map<string, CreationRules>()
    for (const path of paths) {
      const [tree] = reader.trees(path, { stream: false }, collector.report)
      if (tree !== undefined) rules.set(path.slice(0, -CREATION_RULES_FILE.length).replace(/\/$/, ''), readCreationRules(tree, engines.goRegexp, collector.report))
    }
    return rules
  })
}

export interface Ruled {
  /** The path of the rules. */
  readonly file: string
  readonly rules: CreationRules
  /** The path that they are asked about. */
  readonly below: string
}

/** The rules that count for a file. */
export function rulesOf(path: string, all: RulesByFolder): Ruled | undefined {
  if (all.size === 0) return undefined
  const folders = new Set(Array.from(all.keys(), (folder) => (folder === '' ? CREATION_RULES_FILE : `${folder}/${CREATION_RULES_FILE}`)))
  const folder = rulesFolderOf(path, (file) => folders.has(file))
  const rules = folder === undefined ? undefined : all.get(folder)
  if (folder === undefined || rules === undefined) return undefined
  const prefix = folder === '' ? '' : `${folder}/`
  return { file: `${prefix}${CREATION_RULES_FILE}`, rules, below: path.slice(prefix.length) }
}
