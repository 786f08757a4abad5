import type { Access, AccessRule, Role, Selected } from '../../core/access.ts'
import { finding, type Report } from '../../core/finding.ts'
import { pathGlob, pathGlobProblem, pointerGlob, pointerGlobProblem, type Glob } from '../../core/glob.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import { HOLE } from '../../core/opaque.ts'
import type { RuleId } from '../../core/rules.ts'
import {
  badValue, fieldsOf, isBlank, isMistyped, keyOf, placeOf, readBoolean, readFields, readList, readString, rootOf,
  wrongType, type Fields, type Setting,
} from '../../core/setting.ts'
import type { Tree } from '../../core/tree.ts'
import { isList, isMapping, type Mapping, type Value } from '../../core/value.ts'
import { readMember } from './member.ts'

const KEYS = ['roles', 'rules'] as const
const RULE_KEYS = [
  'name', 'environments', 'labels', 'protected', 'kinds', 'documents', 'paths', 'roles', 'approvals',
] as const

/** What is wrong with any setting, as it is called here. */
const RENAMED: Partial<Record<RuleId, RuleId>> = {
  'config/unknown-key': 'access/unknown-key',
  'config/wrong-type': 'access/wrong-type',
  'config/bad-value': 'access/bad-value',
}

/**
 * Reads `access.yaml`. Every mistake is a finding at its place and is left out; the rest counts. What is left out of a
 * selector makes it choose more, so that no mistake lets a change through.
 */
export function readAccess(tree: Tree, report: Report): Access {
  const root = rootOf(tree)
  let sound = !holdsHole(root.value)
  const renamed: Report = (found) => {
    sound &&= found.severity !== 'error'
    report({ ...found, rule: RENAMED[found.rule] ?? found.rule })
  }
  const fields: Fields = isBlank(root) ? new Map() : readFields(root, KEYS, renamed)
  const roles = readRoles(fields.get('roles'), renamed)
  const rules = readRules(fields.get('rules'), roles, renamed)
  reportUnused(roles, rules, renamed)
  return { sound, roles, rules }
}

function readRoles(setting: Setting | undefined, report: Report): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  if (setting === undefined) return roles
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from roles to lists of users and teams`, report)
  for (const [role, field] of fieldsOf(setting)) {
    const users: string[] = []
    const teams: string[] = []
    const members = readList(field, say`a list of users and teams such as "@login" and "@organisation/team"`, report)
    for (const item of members ?? []) {
      const member = readMember(item, report)
      if (member !== undefined) (member.is === 'user' ? users : teams).push(member.name)
    }
    if (members?.length === 0) badValue(field, say`nobody has the role ${name(role)}: nobody could approve`, report)
    roles.set(role, { name: role, users, teams, place: keyOf(field) })
  }
  return roles
}

function readRules(
  setting: Setting | undefined,
  roles: ReadonlyMap<string, Role>,
  report: Report,
): readonly AccessRule[] {
  if (setting === undefined) return []
  const rules: AccessRule[] = []
  for (const item of readList(setting, say`a list of rules such as {paths: …, roles: …}`, report) ?? []) {
    const rule = readRule(item, roles, report)
    if (rule !== undefined) rules.push(rule)
  }
  return rules
}

function readRule(item: Setting, roles: ReadonlyMap<string, Role>, report: Report): AccessRule | undefined {
  if (!isMapping(item.value)) {
    wrongType(item, say`a rule such as {paths: …, roles: …}`, report)
    return undefined
  }
  const fields = readFields(item, RULE_KEYS, report)
  const names = readRoleNames(item, fields, roles, report)
  const title = fields.get('name')
  const said = title && readString(title, say`a name`, report)
  const labels = fields.get('labels')
  const chosen = labels && readLabels(labels, report)
  const guarded = fields.get('protected')
  const isProtected = guarded && readBoolean(guarded, report)
  const count = fields.get('approvals')
  const rule: AccessRule = {
    ...(said === undefined ? {} : { name: said }),
    ...readSelectors(fields, report),
    ...(labels === undefined || chosen === undefined ? {} : { labels: chosen, labelsPlace: keyOf(labels) }),
    ...(isProtected === undefined ? {} : { protected: isProtected }),
    roles: names,
    approvals: (count && readApprovals(count, report)) ?? 1,
    place: title === undefined ? placeOf(item) : placeOf(title),
  }
  return names.length === 0 ? undefined : rule
}

function readRoleNames(
  item: Setting,
  fields: Fields,
  roles: ReadonlyMap<string, Role>,
  report: Report,
): readonly string[] {
  const setting = fields.get('roles')
  if (setting === undefined) {
    const message = say`this rule does not say which \`roles\` must approve`
    if (!isMistyped(item, 'roles', RULE_KEYS)) report(finding('access/missing-key', placeOf(item), message))
    return []
  }
  const names = new Set<string>()
  const items = readList(setting, say`a list of roles`, report)
  if (items?.length === 0) badValue(setting, say`no roles: nobody would have to approve`, report)
  for (const one of items ?? []) {
    const role = readString(one, say`the name of a role`, report)
    if (role === undefined) continue
    if (roles.has(role)) names.add(role)
    else report(finding('access/unknown-role', placeOf(one), say`there is no role ${name(role)}${didYouMean(role, roles.keys())}`))
  }
  return [...names]
}

type Selectors = Pick<AccessRule, 'environments' | 'kinds' | 'documents' | 'paths'>

function readSelectors(fields: Fields, report: Report): Selectors {
  const environments = readGlobs(fields.get('environments'), NAMES, report)
  const kinds = readGlobs(fields.get('kinds'), KINDS, report)
  const documents = readGlobs(fields.get('documents'), DOCUMENTS, report)
  const paths = readGlobs(fields.get('paths'), POINTERS, report)
  return {
    ...(environments === undefined ? {} : { environments }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(documents === undefined ? {} : { documents }),
    ...(paths === undefined ? {} : { paths }),
  }
}

interface GlobReader {
  readonly expected: Message
  readonly problem: (text: string) => Message | undefined
  readonly read: (text: string) => Glob
}

const NAMES: GlobReader = {
  expected: say`the name of an environment`,
  problem: () => undefined,
  read: (text) => [text],
}

const KINDS: GlobReader = { ...NAMES, expected: say`a kind` }

const DOCUMENTS: GlobReader = {
  expected: say`a document as kind/name`,
  problem: (text) => pathGlobProblem(text) ?? (/[/*]/.test(text) ? undefined : say`${name(text)} is no document; write kind/name`),
  read: pathGlob,
}

const POINTERS: GlobReader = {
  expected: say`a pointer such as /database/pool`,
  problem: pointerGlobProblem,
  read: (text) => pointerGlob(text) ?? [],
}

/** What chooses nothing because of its mistakes chooses everything. */
function readGlobs(setting: Setting | undefined, reader: GlobReader, report: Report): readonly Selected[] | undefined {
  if (setting === undefined) return undefined
  const items = readList(setting, say`a list, each ${reader.expected}`, report)
  if (items?.length === 0) badValue(setting, say`an empty list chooses nothing: leave the key out to choose everything`, report)
  const selected: Selected[] = []
  for (const item of items ?? []) {
    const text = readString(item, reader.expected, report)
    const problem = text === undefined ? undefined : reader.problem(text)
    if (problem !== undefined) badValue(item, problem, report)
    else if (text !== undefined) selected.push({ glob: reader.read(text), place: placeOf(item) })
  }
  return selected.length === (items?.length ?? 0) && selected.length > 0 ? selected : undefined
}

/**
 * A mapping from labels to a value, to a list of which one is meant, or to labels within; `undefined` where something
 * of it cannot be used.
 */
function readLabels(setting: Setting, report: Report): Mapping | undefined {
  if (!isMapping(setting.value)) {
    wrongType(setting, say`a mapping from labels to values`, report)
    return undefined
  }
  let usable = !holdsHole(setting.value)
  for (const field of fieldsOf(setting).values()) {
    if (isMapping(field.value)) {
      usable = readLabels(field, report) !== undefined && usable
    } else if (isList(field.value) && field.value.length === 0) {
      badValue(field, say`an empty list: no environment has that`, report)
      usable = false
    }
  }
  return usable ? setting.value : undefined
}

/** Whether something could not be parsed; that was reported. */
function holdsHole(value: Value): boolean {
  if (isList(value)) return value.some(holdsHole)
  return isMapping(value) ? Object.values(value).some(holdsHole) : value === HOLE
}

function readApprovals(setting: Setting, report: Report): number | undefined {
  const { value } = setting
  if (typeof value !== 'number') {
    wrongType(setting, say`how many people of each role must approve`, report)
    return undefined
  }
  if (Number.isSafeInteger(value) && value >= 1) return value
  badValue(setting, say`${value} is no whole number from 1`, report)
  return undefined
}

function reportUnused(roles: ReadonlyMap<string, Role>, rules: readonly AccessRule[], report: Report): void {
  const used = new Set(rules.flatMap((rule) => rule.roles))
  for (const { name: role, place } of roles.values()) {
    if (!used.has(role)) report(finding('access/unused-role', place, say`no rule asks for the role ${name(role)}`))
  }
}
