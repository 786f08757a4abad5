import { finding, type Report } from '../../core/finding.ts'
import { pathGlobProblem } from '../../core/glob.ts'
import { list, name, say } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import type { Place } from '../../core/place.ts'
import { tokensOf, type Tokens } from '../../core/pointer.ts'
import type { Field, Pair, SettingSpec } from '../../core/rule-settings.ts'
import { isList, isMapping } from '../../core/value.ts'
import { kindProblem, readTokens } from './layout-entry.ts'
import { badValue, fieldsOf, isBlank, keyOf, placeOf, readList, readString, wrongType, type Setting } from '../../core/setting.ts'

type SingleSpec = Exclude<SettingSpec, { readonly is: 'group' }>

/** What stands at the top of an environment, for rules that compare a document with it. */
const ENVIRONMENT_PARTS = ['name', 'labels', 'variables']

/**
 * Reads one setting of a rule, as its specification says; `undefined` where nothing of it can be used.
 *
 * @param named is told each kind and where it is named
 */
export function readValue(
  setting: Setting,
  spec: SingleSpec,
  named: (kind: string, place: Place) => void,
  report: Report,
): SingleSpec['default'] | undefined {
  switch (spec.is) {
    case 'kinds':
      return readKinds(setting, named, report)
    case 'words':
      return readWords(setting, report)
    case 'globs':
      return readGlobs(setting, report)
    case 'pointer':
      return readPointer(setting, report)
    case 'pointers':
      return readPointers(setting, report)
    case 'environment-pointer':
      return readEnvironmentPointer(setting, report)
    case 'pairs':
      return readPairs(setting, report)
    case 'fields':
      return readFieldSources(setting, report)
    case 'count':
      return readCount(setting, report)
  }
}

function readKinds(
  setting: Setting,
  named: (kind: string, place: Place) => void,
  report: Report,
): string[] | undefined {
  const items = readList(setting, say`a list of kinds`, report)
  const kinds: string[] = []
  for (const item of items ?? []) {
    const kind = readString(item, say`the name of a kind`, report)
    const problem = kind === undefined ? undefined : kindProblem(kind)
    if (problem !== undefined) badValue(item, problem, report)
    else if (kind !== undefined) {
      kinds.push(kind)
      named(kind, placeOf(item))
    }
  }
  return items === undefined ? undefined : kinds
}

function readWords(setting: Setting, report: Report): string[] | undefined {
  const items = readList(setting, say`a list of words`, report)
  return items?.map((item) => readString(item, say`a word`, report)).filter((word) => word !== undefined)
}

function readGlobs(setting: Setting, report: Report): string[] | undefined {
  const items = readList(setting, say`a list of globs`, report)
  const globs: string[] = []
  for (const item of items ?? []) {
    const glob = readString(item, say`a glob`, report)
    const problem = glob === undefined ? undefined : pathGlobProblem(glob)
    if (problem !== undefined) badValue(item, problem, report)
    else if (glob !== undefined) globs.push(glob)
  }
  return items === undefined ? undefined : globs
}

function readPointer(setting: Setting, report: Report): Tokens | undefined {
  const tokens = readTokens(setting, report)
  if (tokens === undefined || tokens.length > 0) return tokens
  badValue(setting, say`this names the whole document; write a pointer such as /network/port`, report)
  return undefined
}

function readPointers(setting: Setting, report: Report): Tokens[] | undefined {
  const items = readList(setting, say`a list of pointers such as /network/port`, report)
  return items?.map((item) => readPointer(item, report)).filter((tokens) => tokens !== undefined)
}

function readEnvironmentPointer(setting: Setting, report: Report): Tokens | undefined {
  const tokens = readPointer(setting, report)
  if (tokens === undefined) return undefined
  const [part = '', ...below] = tokens
  if (ENVIRONMENT_PARTS.includes(part) && (part === 'name') === (below.length === 0)) return tokens
  const known = list([say`/name`, say`/labels/…`, say`/variables/…`], 'or')
  badValue(setting, say`an environment has ${known}${didYouMean(part, ENVIRONMENT_PARTS)}`, report)
  return undefined
}

function readPairs(setting: Setting, report: Report): Pair[] | undefined {
  const pairs: Pair[] = []
  if (!isMapping(setting.value)) {
    wrongType(setting, say`a mapping from pointers to pointers`, report)
    return undefined
  }
  for (const [key, field] of fieldsOf(setting)) {
    const left = readKey(key, field, report)
    const right = isBlank(field) ? undefined : readPointer(field, report)
    if (left !== undefined && right !== undefined) pairs.push([left, right])
  }
  return pairs
}

function readFieldSources(setting: Setting, report: Report): Field[] | undefined {
  const fields: Field[] = []
  if (!isMapping(setting.value)) {
    wrongType(setting, say`a mapping from pointers to pointers into the environment`, report)
    return undefined
  }
  for (const [key, given] of fieldsOf(setting)) {
    const field = readKey(key, given, report)
    if (isBlank(given)) continue
    const items = isList(given.value) ? readList(given, say`a list`, report) ?? [] : [given]
    const sources = items.map((item) => readEnvironmentPointer(item, report)).filter((tokens) => tokens !== undefined)
    if (field !== undefined && sources.length > 0) fields.push({ field, sources })
  }
  return fields
}

/** A key that is a pointer. */
function readKey(key: string, field: Setting, report: Report): Tokens | undefined {
  const tokens = tokensOf(key)
  if (tokens !== undefined && tokens.length > 0) return tokens
  report(finding('config/bad-value', keyOf(field), say`${name(key)} is no pointer such as /network/port`))
  return undefined
}

function readCount(setting: Setting, report: Report): number | undefined {
  const { value } = setting
  if (typeof value !== 'number') {
    wrongType(setting, say`a whole number from 1`, report)
    return undefined
  }
  if (Number.isSafeInteger(value) && value >= 1) return value
  badValue(setting, say`${value} is no whole number from 1`, report)
  return undefined
}
