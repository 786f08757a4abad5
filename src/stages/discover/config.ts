import { CONFIG_FILE, type Config, type KindConfig, type LayoutEntry, type RunVariable } from '../../core/config.ts'
import { documentKey, parseDocumentKey } from '../../core/document.ts'
import type { EnvironmentDefinition } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { list, name, say } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { inFile, type Place } from '../../core/place.ts'
import { tokensOf } from '../../core/pointer.ts'
import type { Tree } from '../../core/tree.ts'
import { isList, isMapping } from '../../core/value.ts'
import { bareDefinition, readDefinition } from './definition.ts'
import { compileGlob } from './ignore.ts'
import { kindProblem, readLayoutEntry } from './layout-entry.ts'
import { compilePattern, pathProblem } from './pattern.ts'
import { readPublishSettings } from './publish-settings.ts'
import { readRules } from './rules.ts'
import { readRecipients, readSecretSettings } from './secret-settings.ts'
import { readSilences } from './silences.ts'
import {
  badValue, fieldsOf, isBlank, keyOf, nameProblem, placeOf, readChoice, readFields, readList, readString, rootOf,
  wrongType, type Fields, type Setting,
} from '../../core/setting.ts'

const KEYS = [
  'layout', 'environments', 'environment-files', 'presence', 'ignore', 'kinds', 'tags', 'variables', 'rules',
  'silence', 'recipients', 'secrets', 'publish',
] as const

const DEFAULT_PATHS = [
  'environments/{environment}/{kind}/{name}.{ext}',
  'environments/{environment}/{kind}/{name}.sops.{ext}',
]
const DEFAULT_ENVIRONMENT_FILES = 'environments/{environment}/environment.yaml'

/**
 * Reads `cairn.yaml`. Every mistake is a finding at its place and is left out; the rest counts. Without a file, and in
 * silence where its whole value is a hole, the defaults of DESIGN §2 are returned.
 */
export function readConfig(tree: Tree | undefined, report: Report): Config {
  const root = tree === undefined ? undefined : rootOf(tree)
  const fields: Fields = root === undefined || isBlank(root) ? new Map() : readFields(root, KEYS, report)
  const presence = fields.get('presence')
  let sound = root === undefined || !(root.value === HOLE || layoutIsHole(root))
  const watched: Report = (found) => {
    sound &&= found.severity !== 'error'
    report(found)
  }
  const environments = readEnvironments(fields.get('environments'), watched)
  const layout = layoutIsHole(root) ? [] : readLayout(fields.get('layout'), environments, watched)
  return {
    given: tree !== undefined,
    layout,
    sound,
    environments,
    environmentFiles: readEnvironmentFiles(fields.get('environment-files'), report),
    presence: (presence && readChoice(presence, ['inherited', 'declared'], report)) ?? 'inherited',
    ignore: readIgnore(fields.get('ignore'), report),
    kinds: readKinds(fields.get('kinds'), report),
    tags: readTags(fields.get('tags'), report),
    variables: readVariables(fields.get('variables'), report),
    ...readRules(fields.get('rules'), report),
    silences: readSilences(fields.get('silence'), report),
    recipients: readRecipients(fields.get('recipients'), report),
    secrets: readSecretSettings(fields.get('secrets'), report),
    publish: readPublishSettings(fields.get('publish'), report),
  }
}

function readLayout(
  setting: Setting | undefined,
  listed: readonly EnvironmentDefinition[],
  report: Report,
): readonly LayoutEntry[] {
  if (setting === undefined) return DEFAULT_PATHS.map(defaultEntry)
  const entries: LayoutEntry[] = []
  const items = readList(setting, say`a list of entries such as {path: …, kind: …}`, report)
  if (items?.length === 0) {
    badValue(setting, say`no entries: nothing would be read; leave \`layout\` out for the default one`, report)
  }
  for (const [index, item] of (items ?? []).entries()) {
    const entry = readLayoutEntry(item, { index, listed }, report)
    if (entry !== undefined) entries.push(entry)
  }
  return entries
}

/** A layout that could not be parsed is not the default layout: nothing is known of it. */
function layoutIsHole(root: Setting | undefined): boolean {
  return root !== undefined && isMapping(root.value) && root.value['layout'] === HOLE
}

function defaultEntry(path: string, index: number): LayoutEntry {
  return { index, path, stream: false, place: inFile(CONFIG_FILE) }
}

/** A list of names, or a mapping from names to definitions. */
function readEnvironments(setting: Setting | undefined, report: Report): readonly EnvironmentDefinition[] {
  if (setting === undefined) return []
  const definitions = new Map<string, EnvironmentDefinition>()
  if (isList(setting.value)) {
    for (const item of readList(setting, say`a list`, report) ?? []) {
      const environment = readString(item, say`the name of an environment`, report)
      if (environment === undefined) continue
      if (definitions.has(environment)) badValue(item, say`${name(environment)} is listed twice`, report)
      else if (hasGoodName(environment, placeOf(item), report)) {
        definitions.set(environment, bareDefinition(environment, placeOf(item)))
      }
    }
    return [...definitions.values()]
  }
  if (!isMapping(setting.value)) wrongType(setting, say`a list of names, or a mapping from names to definitions`, report)
  for (const [environment, field] of fieldsOf(setting)) {
    if (!hasGoodName(environment, keyOf(field), report)) continue
    definitions.set(environment, readDefinition(environment, field, keyOf(field), report))
  }
  return [...definitions.values()]
}

function hasGoodName(environment: string, place: Place, report: Report): boolean {
  const problem = nameProblem(environment, 'environment')
  if (problem !== undefined) report(finding('config/bad-value', place, problem))
  return problem === undefined
}

function readEnvironmentFiles(setting: Setting | undefined, report: Report): string {
  const text = setting && readString(setting, say`a path pattern`, report)
  if (setting === undefined || text === undefined) return DEFAULT_ENVIRONMENT_FILES
  const pattern = compilePattern(text, (problem) => { badValue(setting, problem, report) })
  if (pattern === undefined) return DEFAULT_ENVIRONMENT_FILES
  if (pattern.captures.has('environment') && !pattern.captures.has('kind') && !pattern.captures.has('name')) return text
  badValue(setting, say`a pattern of environment files has {environment}, and neither {kind} nor {name}`, report)
  return DEFAULT_ENVIRONMENT_FILES
}

function readIgnore(setting: Setting | undefined, report: Report): readonly string[] {
  const globs: string[] = []
  if (setting === undefined) return globs
  for (const item of readList(setting, say`a list of globs`, report) ?? []) {
    const glob = readString(item, say`a glob`, report)
    if (glob === undefined) continue
    if (compileGlob(glob, (problem) => { badValue(item, problem, report) }).length > 0) globs.push(glob)
  }
  return globs
}

function readKinds(setting: Setting | undefined, report: Report): ReadonlyMap<string, KindConfig> {
  const kinds = new Map<string, KindConfig>()
  if (setting === undefined) return kinds
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from kinds to {schema, version}`, report)
  for (const [kind, field] of fieldsOf(setting)) {
    const place = keyOf(field)
    const problem = kindProblem(kind)
    if (problem === undefined) kinds.set(kind, readKind(kind, field, place, report))
    else report(finding('config/bad-value', place, problem))
  }
  return kinds
}

function readKind(kind: string, setting: Setting, place: Place, report: Report): KindConfig {
  if (isBlank(setting)) return { name: kind, place }
  const fields = readFields(setting, ['schema', 'version'], report)
  const file = fields.get('schema')
  const schema = file && readString(file, say`the path of a schema`, report)
  const problem = schema === undefined || schema.startsWith('cairn:') ? undefined : pathProblem(schema)
  if (file !== undefined && problem !== undefined) badValue(file, problem, report)
  const number = fields.get('version')
  const version = number && readVersion(number, report)
  const isUsable = file !== undefined && schema !== undefined && problem === undefined
  return {
    name: kind,
    ...(isUsable ? { schema, schemaPlace: placeOf(file) } : {}),
    ...(version === undefined ? {} : { version }),
    place,
  }
}

function readVersion(setting: Setting, report: Report): number | undefined {
  const { value } = setting
  if (typeof value !== 'number') {
    wrongType(setting, say`a version, a whole number from 1`, report)
    return undefined
  }
  if (Number.isInteger(value) && value >= 1) return value
  badValue(setting, say`${value} is no version: versions are whole numbers from 1`, report)
  return undefined
}

/** Tags that say how layers are merged; they have their meaning and cannot be given another. */
const MERGE_TAGS = ['!append', '!prepend', '!replace', '!merge']

function readTags(setting: Setting | undefined, report: Report): ReadonlyMap<string, 'string' | 'keep'> {
  const tags = new Map<string, 'string' | 'keep'>()
  if (setting === undefined) return tags
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from tags to string or keep`, report)
  for (const [tag, field] of fieldsOf(setting)) {
    // `{!vault: string}` without quotes is the key `string` under the tag `!vault:`, which has been reported.
    if (field.value === null && !tag.startsWith('!')) continue
    if (!tag.startsWith('!') || tag.startsWith('!!') || tag === '!') {
      report(finding('config/bad-value', keyOf(field), say`${name(tag)} is no tag of your own: they start with one !`))
    } else if (MERGE_TAGS.includes(tag)) {
      report(finding('config/bad-value', keyOf(field), say`${name(tag)} says how layers are merged; it cannot mean anything else`))
    } else if (field.value !== HOLE) {
      const meaning = readChoice(field, ['string', 'keep'], report)
      if (meaning !== undefined) tags.set(tag, meaning)
    }
  }
  return tags
}

function readVariables(setting: Setting | undefined, report: Report): readonly RunVariable[] {
  const variables: RunVariable[] = []
  if (setting === undefined) return variables
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from process variables to kind/name#/pointer`, report)
  const targets = new Map<string, RunVariable>()
  for (const [variable, field] of fieldsOf(setting)) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) {
      report(finding('config/bad-value', keyOf(field), say`${name(variable)} is no name of a process variable`))
      continue
    }
    const target = field.value === HOLE ? undefined : readVariable(variable, field, report)
    if (target === undefined) continue
    const key = JSON.stringify([documentKey(target), ...target.tokens])
    const earlier = targets.get(key)
    if (earlier !== undefined) {
      badValue(field, say`${list([name(earlier.variable), name(variable)])} would set the same value`, report)
    } else {
      targets.set(key, target)
      variables.push(target)
    }
  }
  return variables
}

function readVariable(variable: string, setting: Setting, report: Report): RunVariable | undefined {
  const text = readString(setting, say`a place as kind/name#/pointer`, report)
  if (text === undefined) return undefined
  const hash = text.indexOf('#')
  const document = parseDocumentKey(hash < 0 ? text : text.slice(0, hash))
  const tokens = hash < 0 ? undefined : tokensOf(text.slice(hash + 1))
  if (document === undefined || tokens === undefined || tokens.length === 0) {
    badValue(setting, say`${name(text)} names no value; write it as kind/name#/pointer`, report)
    return undefined
  }
  return { variable, kind: document.kind, name: document.name, tokens, place: placeOf(setting) }
}
