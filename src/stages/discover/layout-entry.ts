import type { LayoutEntry, Naming } from '../../core/config.ts'
import type { EnvironmentDefinition } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { tokensOf, type Tokens } from '../../core/pointer.ts'
import { isMapping } from '../../core/value.ts'
import type { CaptureName } from './match.ts'
import { compilePattern, type Pattern } from './pattern.ts'
import { didYouMean } from '../../core/nearest.ts'
import {
  badValue, fieldsOf, isMistyped, keyOf, nameProblem, placeOf, readBoolean, readChoice, readFields,
  readString, type Fields, type Named, type Setting,
} from '../../core/setting.ts'

const KEYS = ['path', 'kind', 'name', 'environment', 'at', 'stream', 'keys', 'nest'] as const
/** What stands in `at` for every entry, taking the entry's key as the document's name. */
export const NAME_TOKEN = '{name}'
/** What stands in `at` for every entry. */
export const EVERY_TOKEN = '*'
/** The name of a layer of every document of its kind. */
export const EVERY_DOCUMENT = '*'

/**
 * Reads an entry of `layout`; `undefined` where it is not clear which files are layers of what. All of it is read
 * first: no mistake hides another.
 *
 * @param listed the environments that `cairn.yaml` lists, if any
 */
export function readLayoutEntry(
  setting: Setting,
  { index, listed }: { readonly index: number; readonly listed: readonly EnvironmentDefinition[] },
  report: Report,
): LayoutEntry | undefined {
  const fields = readFields(setting, KEYS, report)
  if (!isMapping(setting.value)) return undefined
  const pattern = readPattern(setting, fields.get('path'), report)
  const at = readAt(fields.get('at'), report)
  const captured = capturedBy(pattern, fields.get('at'), at, report)
  const kind = readKind(fields.get('kind'), report)
  const naming = readNaming(fields.get('name'), say`a name or {at: /pointer}`, 'document', report)
  const environment = readNaming(fields.get('environment'), say`a name or {at: /pointer}`, 'environment', report)
  checkDoubles(fields, captured, report)
  checkListed(fields.get('environment'), environment, listed, report)
  const stream = fields.has('stream') && readBoolean(fields.get('stream') as Setting, report) === true
  const separator = readSeparator(fields, report)
  // What cannot be read might have captured what is missing.
  const hasKind = pattern === undefined || checkKind(setting, fields, captured, report)
  const hasName = pattern === undefined || at === null || checkName(setting, fields, captured, report)
  if (pattern === undefined || at === null || !hasKind || !hasName) return undefined
  if (kind === null || naming === null || environment === null) return undefined
  return {
    index,
    path: pattern.text,
    ...(kind === undefined || captured.has('kind') ? {} : { kind }),
    ...(naming === undefined || captured.has('name') ? {} : { name: naming }),
    ...(environment === undefined || captured.has('environment') ? {} : { environment }),
    ...(at.length === 0 ? {} : { at }),
    stream,
    ...(separator === undefined ? {} : { separator }),
    place: placeOf(setting),
  }
}

function readPattern(entry: Setting, setting: Setting | undefined, report: Report): Pattern | undefined {
  if (setting === undefined) {
    missing(entry, 'path', say`a layout entry needs \`path\`, the pattern of its files`, report)
    return undefined
  }
  const text = readString(setting, say`a path pattern`, report)
  return text === undefined ? undefined : compilePattern(text, (problem) => { badValue(setting, problem, report) })
}

/** What `path` and `at` capture, so far as they could be read. */
function capturedBy(
  pattern: Pattern | undefined,
  setting: Setting | undefined,
  at: Tokens | null,
  report: Report,
): ReadonlySet<CaptureName> {
  const captured = new Set<CaptureName>(pattern?.captures)
  if (setting === undefined || at?.includes(NAME_TOKEN) !== true) return captured
  if (captured.has('name')) badValue(setting, say`the name is captured by \`path\` already`, report)
  return captured.add('name')
}

/** A kind, a name and an environment come from one place only. */
function checkDoubles(fields: Fields, captured: ReadonlySet<CaptureName>, report: Report): void {
  for (const key of ['kind', 'name', 'environment'] as const) {
    const setting = fields.get(key)
    if (setting !== undefined && captured.has(key)) {
      report(finding('config/bad-value', keyOf(setting), say`the ${name(key)} is captured already; leave out one of the two`))
    }
  }
}

function checkKind(entry: Setting, fields: Fields, captured: ReadonlySet<CaptureName>, report: Report): boolean {
  if (fields.has('kind') || captured.has('kind')) return true
  missing(entry, 'kind', say`nothing says the kind: write \`kind\`, or {kind} in \`path\``, report)
  return false
}

function checkName(entry: Setting, fields: Fields, captured: ReadonlySet<CaptureName>, report: Report): boolean {
  if (fields.has('name') || captured.has('name')) return true
  missing(entry, 'name', say`nothing says the name: write \`name\`, or {name} in \`path\` or \`at\``, report)
  return false
}

/** An entry's own environment has to be one that there is. */
function checkListed(
  setting: Setting | undefined,
  naming: Read<Naming>,
  listed: readonly EnvironmentDefinition[],
  report: Report,
): void {
  if (setting === undefined || !naming || 'at' in naming || listed.length === 0) return
  if (listed.some((environment) => environment.name === naming.fixed)) return
  const hint = didYouMean(naming.fixed, listed.map((environment) => environment.name))
  const message = say`environment ${name(naming.fixed)} is not listed under \`environments\`${hint}`
  report(finding('discover/unknown-environment', placeOf(setting), message))
}

function missing(entry: Setting, key: string, message: Message, report: Report): void {
  if (!isMistyped(entry, key, KEYS)) report(finding('config/missing-key', keyOf(entry), message))
}

/** A setting as read: null where it is wrong, which has been reported, as against absent. */
type Read<T> = T | null | undefined

function readKind(setting: Setting | undefined, report: Report): Read<string> {
  if (setting === undefined) return undefined
  const kind = readString(setting, say`the name of a kind`, report)
  const problem = kind === undefined ? undefined : kindProblem(kind)
  if (problem !== undefined) badValue(setting, problem, report)
  return kind === undefined || problem !== undefined ? null : kind
}

/** Says what is wrong with the name of a kind. */
export function kindProblem(kind: string): Message | undefined {
  if (kind.includes('/')) return say`${name(kind)} has a slash, which would end the kind in kind/name`
  return nameProblem(kind, 'kind')
}

function readNaming(
  setting: Setting | undefined,
  expected: Message,
  of: Named,
  report: Report,
): Read<Naming> {
  if (setting === undefined) return undefined
  if (isMapping(setting.value)) {
    const at = readFields(setting, ['at'], report).get('at')
    if (at === undefined && fieldsOf(setting).size === 0) missing(setting, 'at', say`expected {at: /pointer}`, report)
    const tokens = at === undefined ? undefined : readTokens(at, report)
    return tokens === undefined ? null : { at: tokens }
  }
  const fixed = readString(setting, expected, report)
  const problem = fixed === undefined ? undefined : nameProblem(fixed, of)
  if (problem !== undefined) badValue(setting, problem, report)
  return fixed === undefined || problem !== undefined ? null : { fixed }
}

/** The tokens of a JSON Pointer. */
export function readTokens(setting: Setting, report: Report): Tokens | undefined {
  if (setting.value === '') return []
  const text = readString(setting, say`a pointer such as /path/to/it`, report)
  if (text === undefined) return undefined
  const tokens = tokensOf(text)
  if (tokens === undefined) {
    const fix = text.startsWith('/') ? say`write ~0 for ~ and ~1 for a slash in a key` : say`it starts with a slash`
    badValue(setting, say`${name(text)} is no pointer: ${fix}`, report)
  }
  return tokens
}

function readAt(setting: Setting | undefined, report: Report): Tokens | null {
  if (setting === undefined) return []
  const tokens = readTokens(setting, report)
  if (tokens === undefined) return null
  let names = 0
  for (const token of tokens) {
    if (token === NAME_TOKEN) names++
    else if (/[{}]/.test(token)) {
      const hint = didYouMean(token, [NAME_TOKEN])
      badValue(setting, say`unknown capture ${name(token)}: \`at\` has {name} and * only, each a whole key${hint}`, report)
      return null
    }
  }
  if (names < 2) return tokens
  badValue(setting, say`{name} is captured twice; write * for the other one`, report)
  return null
}

/** What splits flat keys: `keys: dotted` is short for `nest: '.'`. */
function readSeparator(fields: Fields, report: Report): string | undefined {
  const keys = fields.get('keys')
  const nest = fields.get('nest')
  const dotted = keys !== undefined && readChoice(keys, ['dotted'], report) === 'dotted'
  if (nest === undefined) return dotted ? '.' : undefined
  const separator = readString(nest, say`the text that separates keys, such as __`, report)
  if (dotted && separator !== undefined && separator !== '.') {
    wrongNest(nest, report)
    return '.'
  }
  return separator
}

function wrongNest(nest: Setting, report: Report): void {
  report(finding('config/bad-value', keyOf(nest), say`\`keys: dotted\` says . already; leave out one of the two`))
}
