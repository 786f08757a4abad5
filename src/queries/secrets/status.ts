import { compareText } from '../../core/collector.ts'
import type { CreationRule } from '../../core/sops/creation-rules.ts'
import { ageRecipientsOf } from '../../core/sops/creation-rules.ts'
import type { EnvironmentAccess, FileStatus, StatusResult } from '../../core/sops/status.ts'
import type { Workspace } from '../../workspace.ts'
import { recipientsOf, sealedPointers } from './plan.ts'
import { readSecret, type SecretText } from './world.ts'

export interface StatusInput {
  readonly files: readonly SecretText[]
  readonly workspace: Workspace
  readonly ruleOf: (path: string) => CreationRule | undefined
  /** The path of a file below the root of the configuration repository. */
  readonly layerPath: (path: string) => string
  /** The day it is, `2027-01-31`. */
  readonly today: string
}

/** Says of encrypted files who can open them, where their values count, and how old they are. */
export function status({ files, workspace, ruleOf, layerPath, today }: StatusInput): StatusResult {
  const { maxAgeDays } = workspace.config.secrets
  const uses = usesOf(workspace)
  const all = files.map((secret) => statusOf(secret, {
    ruleOf, today, maxAgeDays, environments: uses.get(layerPath(secret.path)) ?? [],
  }))
  const counted = new Map<string, number>()
  for (const { groups } of all) for (const one of new Set(groups.flat())) counted.set(one, (counted.get(one) ?? 0) + 1)
  const aliases = new Map(Array.from(workspace.config.recipients, ([alias, { recipient }]) => [recipient, alias]))
  const recipients = Array.from(counted, ([recipient, count]) => {
    const alias = aliases.get(recipient)
    return { recipient, files: count, ...(alias === undefined ? {} : { alias }) }
  })
  recipients.sort((a, b) => compareText(a.alias ?? a.recipient, b.alias ?? b.recipient))
  return { files: all, environments: environmentsOf(all), recipients, maxAgeDays }
}

/** The environments in which files count, sorted: those of their layers, and what inherits from them. */
export function usesOf(
  { discovery, environments }: Pick<Workspace, 'discovery' | 'environments'>,
  isAsked: (path: string) => boolean = () => true,
): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, Set<string>>()
  const real = [...environments.values()].filter(({ abstract }) => !abstract)
  const sources = [...discovery.documents.values()].flatMap((document) => document.sources)
  for (const { path, environment } of [...sources, ...[...discovery.shared.values()].flat()]) {
    if (!isAsked(path)) continue
    const known = uses.get(path) ?? new Set<string>()
    for (const one of real) if (environment === null || one.lineage.includes(environment)) known.add(one.name)
    uses.set(path, known)
  }
  return new Map(Array.from(uses, ([path, names]) => [path, [...names].sort()]))
}

interface FileContext extends Pick<StatusInput, 'ruleOf' | 'today'> {
  readonly maxAgeDays: number
  readonly environments: readonly string[]
}

const UNREAD = {
  groups: [], threshold: 0, otherKeys: [], lastModified: '', ageDays: 0, due: false, values: 0, rule: 'no rule',
} as const

function statusOf(secret: SecretText, { ruleOf, today, maxAgeDays, environments }: FileContext): FileStatus {
  const read = readSecret(secret)
  const { path } = secret
  if (!read.ok) return { ...UNREAD, path, environments, problems: read.problems }
  const { metadata } = read.result
  const { groups, threshold } = recipientsOf(metadata)
  const ageDays = daysBetween(metadata.lastModifiedSeconds.slice(0, 10), today)
  const rule = ruleOf(path)
  const wanted = rule && ageRecipientsOf(rule)
  const isEnough = groups.length < 2 || threshold === rule?.threshold
  const isSame = wanted?.length === groups.length && isEnough
  const isRuled = isSame && groups.every((group, i) => sameSet(group, wanted[i] ?? []))
  return {
    path,
    groups,
    threshold,
    otherKeys: metadata.groups.flatMap(({ keys }) => keys.flatMap(({ type }) => (type === 'age' ? [] : [type]))),
    lastModified: metadata.lastModified,
    ageDays,
    due: ageDays >= maxAgeDays,
    values: sealedPointers(read.result).length,
    rule: rule === undefined ? 'no rule' : isRuled ? 'as ruled' : 'differs',
    environments,
    problems: [],
  }
}

/** Whole days from one day to another, 0 for one that is to come. */
export function daysBetween(from: string, to: string): number {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
  return Number.isFinite(days) ? Math.max(0, Math.floor(days)) : 0
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const other = new Set(b)
  return a.length === other.size && a.every((one) => other.has(one))
}

function environmentsOf(files: readonly FileStatus[]): readonly EnvironmentAccess[] {
  const names = [...new Set(files.flatMap(({ environments }) => environments))].sort()
  return names.map((environment) => {
    const own = files.filter((file) => file.environments.includes(environment))
    const opens: Record<string, number> = {}
    for (const { groups, threshold } of own) {
      // Nobody opens a file of several groups alone.
      if (threshold > 1) continue
      for (const recipient of new Set(groups.flat())) opens[recipient] = (opens[recipient] ?? 0) + 1
    }
    return { environment, files: own.length, opens }
  })
}
