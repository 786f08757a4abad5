import type { EnvironmentDefinition } from '../../core/environment.ts'
import { parseDocumentKey } from '../../core/document.ts'
import type { Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import type { Place } from '../../core/place.ts'
import { isMapping, type Mapping } from '../../core/value.ts'
import {
  badValue, isBlank, placeOf, readBoolean, readFields, readList, readString, wrongType, type Fields, type Setting,
} from '../../core/setting.ts'

const KEYS = ['inherits', 'abstract', 'protected', 'labels', 'variables', 'without'] as const

/** An environment of which only the name is known. */
export function bareDefinition(environment: string, place: Place): EnvironmentDefinition {
  return {
    name: environment,
    inherits: [],
    abstract: false,
    labels: {},
    variables: {},
    without: [],
    place,
  }
}

/**
 * Reads the definition of an environment, from `cairn.yaml` or from its own file. Nothing to read (null, a hole) is an
 * environment without properties; each mistake is a finding, and what is right is kept.
 */
export function readDefinition(
  environment: string,
  setting: Setting,
  place: Place,
  report: Report,
): EnvironmentDefinition {
  const bare = bareDefinition(environment, place)
  if (isBlank(setting)) return bare
  const fields = readFields(setting, KEYS, report)
  const isProtected = readFlag(fields, 'protected', report)
  return {
    ...bare,
    inherits: readInherits(fields.get('inherits'), report),
    abstract: readFlag(fields, 'abstract', report) === true,
    ...(isProtected === undefined ? {} : { protected: isProtected }),
    labels: readMapping(fields.get('labels'), report),
    variables: readMapping(fields.get('variables'), report),
    without: readWithout(fields.get('without'), report),
    definedIn: { tree: setting.tree, node: setting.node },
  }
}

function readInherits(setting: Setting | undefined, report: Report): EnvironmentDefinition['inherits'] {
  if (setting === undefined) return []
  const isOne = typeof setting.value === 'string'
  const items = isOne ? [setting] : readList(setting, say`a name or a list of names`, report)
  const parents = new Map<string, Place>()
  for (const item of items ?? []) {
    const parent = readString(item, say`the name of an environment`, report)
    if (parent === undefined) continue
    if (parents.has(parent)) badValue(item, say`${name(parent)} is named twice`, report)
    else parents.set(parent, placeOf(item))
  }
  return [...parents].map(([parent, place]) => ({ name: parent, place }))
}

function readFlag(fields: Fields, key: string, report: Report): boolean | undefined {
  const setting = fields.get(key)
  return setting === undefined ? undefined : readBoolean(setting, report)
}

function readMapping(setting: Setting | undefined, report: Report): Mapping {
  if (setting === undefined) return {}
  if (isMapping(setting.value)) return setting.value
  wrongType(setting, say`a mapping`, report)
  return {}
}

function readWithout(setting: Setting | undefined, report: Report): EnvironmentDefinition['without'] {
  if (setting === undefined) return []
  const without: EnvironmentDefinition['without'][number][] = []
  for (const item of readList(setting, say`a list of documents`, report) ?? []) {
    const document = readString(item, say`a document as kind/name`, report)
    if (document === undefined) continue
    if (parseDocumentKey(document) === undefined) {
      badValue(item, say`${name(document)} is no document; write its kind and name as kind/name`, report)
    } else {
      without.push({ document, place: placeOf(item) })
    }
  }
  return without
}
