import { branchNameProblem } from '../../core/branch-name.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import { parseTargetName, WRITTEN_FORMATS, type TargetName, type WrittenFormat } from '../../core/publication.ts'
import {
  NO_PUBLISH_SETTINGS, type FormatSetting, type NamedAt, type PublishMention, type PublishSettings, type TargetSetting,
} from '../../core/publish-settings.ts'
import {
  badValue, fieldsOf, isBlank, itemsOf, keyOf, placeOf, readBoolean, readChoice, readFields, readList,
  readString, wrongType, type Fields, type Setting,
} from '../../core/setting.ts'
import { isList, isMapping } from '../../core/value.ts'
import { pathProblem } from './pattern.ts'

const KEYS = ['environments', 'formats', 'targets', 'consumers', 'record', 'signers'] as const
/** Versions of a directory: the one that counts, and the one before it, which readers may have open. */
const LEAST_KEPT = 2
const TARGET_KEYS = ['to', 'path', 'remote', 'promoter', 'keep'] as const

/** `publish`: what is published, in which formats, where to, and for whom. */
export function readPublishSettings(setting: Setting | undefined, report: Report): PublishSettings {
  if (setting === undefined || isBlank(setting)) return NO_PUBLISH_SETTINGS
  const fields = readFields(setting, KEYS, report)
  const [formats, consumers] = [fields.get('formats'), fields.get('consumers')]
  const listed = readPublished(fields.get('environments'), report)
  const record = readNames(fields.get('record'), 'a run variable', report)
  const signers = readSigners(fields.get('signers'), report)
  const consumersOf = readConsumers(consumers, report)
  return {
    place: placeOf(setting),
    ...(listed && { environments: listed }),
    formats: readFormats(formats, report),
    targets: readTargets(fields.get('targets'), report),
    consumers: consumersOf,
    record: new Set(record.map((one) => one.name)),
    ...(signers && { signers }),
    mentions: [
      ...mentions('published', listed ?? []),
      ...mentions('kind', keysOf(formats)),
      ...mentions('environment', keysOf(consumers)),
      ...mentions('recipient', [...consumersOf.values()].flat()),
      ...mentions('variable', record),
      ...mentions('file', signers === undefined ? [] : [signers]),
    ],
  }
}

function mentions(of: PublishMention['of'], names: readonly NamedAt[]): PublishMention[] {
  return names.map(({ name: named, place }) => ({ of, name: named, place }))
}

function keysOf(setting: Setting | undefined): NamedAt[] {
  const fields = setting === undefined ? [] : fieldsOf(setting)
  return Array.from(fields, ([key, field]) => ({ name: key, place: keyOf(field) }))
}

function readPublished(setting: Setting | undefined, report: Report): NamedAt[] | undefined {
  if (setting === undefined) return undefined
  if (isList(setting.value) && setting.value.length === 0) {
    badValue(setting, say`no environments: nothing would be published; leave \`environments\` out for all of them`, report)
  }
  return readNames(setting, 'an environment', report)
}

function readSigners(setting: Setting | undefined, report: Report): NamedAt | undefined {
  const signers = setting && readName(setting, 'the path of a file of allowed signers', report)
  return signers !== undefined && isPath(signers, setting as Setting, report) ? signers : undefined
}

function isPath({ name: path }: NamedAt, setting: Setting, report: Report): boolean {
  const problem = pathProblem(path)
  if (problem !== undefined) badValue(setting, problem, report)
  return problem === undefined
}

type Expected = 'an environment' | 'a run variable' | 'a recipient' | 'the path of a file of allowed signers'

const EXPECTED: Readonly<Record<Expected, ReturnType<typeof say>>> = {
  'an environment': say`the name of an environment`,
  'a run variable': say`the name of a run variable`,
  'a recipient': say`a name that \`recipients\` gives`,
  'the path of a file of allowed signers': say`the path of a file of allowed signers`,
}

function readName(setting: Setting, expected: Expected, report: Report): NamedAt | undefined {
  const text = readString(setting, EXPECTED[expected], report)
  return text === undefined ? undefined : { name: text, place: placeOf(setting) }
}

/** The names of a list, each once. */
function readNames(setting: Setting | undefined, expected: Expected, report: Report): NamedAt[] {
  const names = new Map<string, NamedAt>()
  for (const item of (setting && readList(setting, say`a list of names`, report)) ?? []) {
    const read = readName(item, expected, report)
    if (read === undefined) continue
    if (names.has(read.name)) badValue(item, say`${name(read.name)} is listed twice`, report)
    else names.set(read.name, read)
  }
  return [...names.values()]
}

/** A name, or a list of names. */
function readNameOrNames(setting: Setting, expected: Expected, report: Report): NamedAt[] {
  if (isList(setting.value)) return readNames(setting, expected, report)
  const read = readName(setting, expected, report)
  return read === undefined ? [] : [read]
}

function readFormats(setting: Setting | undefined, report: Report): ReadonlyMap<string, FormatSetting> {
  const formats = new Map<string, FormatSetting>()
  if (setting === undefined) return formats
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from kinds to formats`, report)
  for (const [kind, field] of fieldsOf(setting)) {
    const items = isList(field.value) ? itemsOf(field) : [field]
    const chosen = items.flatMap((item): WrittenFormat[] => {
      const choice = readChoice(item, WRITTEN_FORMATS, report)
      return choice === undefined ? [] : [choice]
    })
    if (items.length === 0) badValue(field, say`no formats: nothing of this kind would be published`, report)
    if (chosen.length > 0) formats.set(kind, { formats: [...new Set(chosen)] })
  }
  return formats
}

function readTargets(setting: Setting | undefined, report: Report): readonly TargetSetting[] {
  if (setting === undefined) return []
  const targets = new Map<string, TargetSetting>()
  for (const item of readList(setting, say`a list of targets such as branch:deploy`, report) ?? []) {
    const target = readTarget(item, report)
    if (target === undefined) continue
    const key = JSON.stringify([target.text, target.path, target.remote])
    if (targets.has(key)) badValue(item, say`${name(target.text)} is listed twice`, report)
    else targets.set(key, target)
  }
  return [...targets.values()]
}

function readTarget(setting: Setting, report: Report): TargetSetting | undefined {
  const isShort = typeof setting.value === 'string'
  if (!isShort && !isMapping(setting.value)) {
    wrongType(setting, say`a target such as branch:deploy`, report)
    return undefined
  }
  const fields: Fields = isShort ? new Map() : readFields(setting, TARGET_KEYS, report)
  const to = isShort ? setting : fields.get('to')
  if (to === undefined) {
    // A key that is unknown has been told, and may be what was meant.
    const isKnown = (key: string): boolean => TARGET_KEYS.some((known) => known === key)
    if ([...fieldsOf(setting).keys()].every(isKnown)) missingTo(setting, report)
    return undefined
  }
  const text = readString(to, say`a target such as branch:deploy`, report)
  const target = text === undefined ? undefined : readTargetName(to, text, report)
  if (text === undefined || target === undefined) return undefined
  const keep = readKeep(fields.get('keep'), target, report)
  const more = { ...readBranchFields(fields, target, report), ...(keep !== undefined && { keep }) }
  return { to: target, text, ...more, place: placeOf(setting) }
}

function readKeep(setting: Setting | undefined, { scheme }: TargetName, report: Report): number | undefined {
  if (setting === undefined) return undefined
  const { value } = setting
  if (scheme !== 'dir') badValue(setting, say`only a directory has this`, report)
  else if (typeof value !== 'number') wrongType(setting, say`how many versions stay, a whole number from ${LEAST_KEPT}`, report)
  else if (Number.isSafeInteger(value) && value >= LEAST_KEPT) return value
  else badValue(setting, say`${value} is no whole number from ${LEAST_KEPT}: somebody may still be reading the version before`, report)
  return undefined
}

function missingTo(setting: Setting, report: Report): void {
  report(finding('config/missing-key', placeOf(setting), say`a target needs \`to\`, such as branch:deploy`))
}

function readTargetName(setting: Setting, text: string, report: Report): TargetName | undefined {
  const target = parseTargetName(text)
  if (target === undefined) {
    const near = didYouMean(text.replace(/:.*$/su, ''), ['dir', 'branch', 'archive'])
    badValue(setting, say`${name(text)} is no target: write dir:<path>, branch:<name> or archive:<file.tar.gz>${near}`, report)
    return undefined
  }
  const problem = placeholderProblem(target.at) ?? (target.scheme === 'branch' ? branchNameProblem(target.at) : undefined)
  if (problem !== undefined) badValue(setting, problem, report)
  return problem === undefined ? target : undefined
}

function placeholderProblem(text: string): Message | undefined {
  const [other] = /\{[^{}]*\}|[{}]/.exec(text.replaceAll('{environment}', '')) ?? []
  return other === undefined ? undefined : say`${name(other)} stands for nothing: {environment} is the only placeholder`
}

type BranchFields = Pick<TargetSetting, 'path' | 'remote' | 'promoter'>

function readBranchFields(fields: Fields, { scheme }: TargetName, report: Report): BranchFields {
  const [path, remote, promoter] = [fields.get('path'), fields.get('remote'), fields.get('promoter')]
  if (scheme !== 'branch') {
    for (const field of [path, remote, promoter]) if (field !== undefined) badValue(field, say`only a branch has this`, report)
    return { path: '', remote: 'origin', promoter: false }
  }
  const folder = path && readString(path, say`a folder of the branch`, report)?.replace(/\/+$/, '')
  const problem = folder === undefined ? undefined : (pathProblem(folder) ?? placeholderProblem(folder))
  if (path !== undefined && problem !== undefined) badValue(path, problem, report)
  return {
    path: folder === undefined || problem !== undefined ? '' : folder,
    remote: (remote && readString(remote, say`the name or the URL of a remote`, report)) ?? 'origin',
    promoter: (promoter && readBoolean(promoter, report)) ?? false,
  }
}

function readConsumers(setting: Setting | undefined, report: Report): ReadonlyMap<string, readonly NamedAt[]> {
  const consumers = new Map<string, readonly NamedAt[]>()
  if (setting === undefined) return consumers
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from environments to names of recipients`, report)
  for (const [environment, field] of fieldsOf(setting)) consumers.set(environment, readNameOrNames(field, 'a recipient', report))
  return consumers
}
