import { compareText } from '../../core/collector.ts'
import type { CreationRule } from '../../core/sops/creation-rules.ts'
import { ageRecipientsOf } from '../../core/sops/creation-rules.ts'
import type { SopsMetadata } from '../../core/sops/metadata.ts'
import { keyOf } from '../../core/sops/sealed-change.ts'
import type { EnvironmentAccess, FileStatus, StatusResult } from '../../core/sops/status.ts'
import type { Workspace } from '../../workspace.ts'
import { recipientsOf, sameOtherKeys, sealedPointers } from './plan.ts'
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
  for (const file of all) for (const one of openersOf(file)) counted.set(one, (counted.get(one) ?? 0) + 1)
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
  const isRuled = rule !== undefined && isAsRuled(metadata, rule)
  return {
    path,
    groups,
    threshold,
    otherKeys: metadata.groups.map(({ keys }) => [...new Set(keys.filter(({ type }) => type !== 'age').map(keyOf))]),
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

function isAsRuled(metadata: SopsMetadata, rule: CreationRule): boolean {
  const { groups, threshold } = recipientsOf(metadata)
  const wanted = ageRecipientsOf(rule)
  if (wanted.length !== groups.length || (groups.length > 1 && threshold !== rule.threshold)) return false
  return sameOtherKeys(metadata.groups, rule) && groups.every((group, i) => sameSet(group, wanted[i] ?? []))
}

/** Everybody who has a part in opening a file. */
function openersOf({ groups, otherKeys }: FileStatus): ReadonlySet<string> {
  return new Set([...groups, ...otherKeys].flat())
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
    for (const file of own) {
      // Nobody opens a file of several groups alone.
      if (file.threshold > 1) continue
      for (const recipient of openersOf(file)) opens[recipient] = (opens[recipient] ?? 0) + 1
    }
    return { environment, files: own.length, opens }
  })
}
