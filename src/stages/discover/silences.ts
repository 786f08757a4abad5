import { finding, type Report } from '../../core/finding.ts'
import {
  hasWildcards, matchesGlob, pathGlob, pathGlobProblem, pointerGlob, pointerGlobProblem, type Glob,
} from '../../core/glob.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import { RULES } from '../../core/rules.ts'
import {
  badValue, isBlank, isMistyped, placeOf, readFields, readList, readString, wrongType, type Fields, type Setting,
} from '../../core/setting.ts'
import { NEVER_SILENT, type Covered, type DangerRule, type Silence } from '../../core/silence.ts'
import { isMapping } from '../../core/value.ts'

const KEYS = ['rule', 'path', 'reason', 'until'] as const
const NEEDED = ['rule', 'path', 'reason'] as const

const SILENT = Object.keys(RULES).filter((rule): rule is Silence['rule'] => {
  return rule.startsWith('danger/') && rule !== NEVER_SILENT
})

/** Reads `silence` of `cairn.yaml`. An entry with a mistake counts for nothing: what it would silence is told. */
export function readSilences(setting: Setting | undefined, report: Report): readonly Silence[] {
  if (setting === undefined) return []
  const silences: Silence[] = []
  for (const item of readList(setting, say`a list of entries such as {rule: …, path: …, reason: …}`, report) ?? []) {
    const silence = readSilence(item, report)
    if (silence !== undefined) silences.push(silence)
  }
  return silences
}

function readSilence(item: Setting, report: Report): Silence | undefined {
  if (isBlank(item) || !isMapping(item.value)) {
    wrongType(item, say`an entry such as {rule: …, path: …, reason: …}`, report)
    return undefined
  }
  const fields = readFields(item, KEYS, report)
  for (const key of NEEDED) {
    if (fields.has(key) || isMistyped(item, key, KEYS)) continue
    report(finding('config/missing-key', placeOf(item), missing(key)))
  }
  const rule = readRule(fields, report)
  const at = fields.get('path')
  const path = at && readString(at, say`a glob of files, or of a document's values as kind/name#/pointer`, report)
  const covers = at === undefined || path === undefined ? undefined : readCovered(at, path, report)
  const why = fields.get('reason')
  const reason = why && readString(why, say`a reason`, report)
  const end = fields.get('until')
  const until = end && readDay(end, report)
  if (end !== undefined && until === undefined) return undefined
  if (rule === undefined || at === undefined || path === undefined || covers === undefined) return undefined
  if (reason === undefined) return undefined
  return {
    rule, path, covers, reason,
    ...(until === undefined ? {} : { until }),
    place: placeOf(item),
    pathPlace: placeOf(at),
  }
}

function missing(key: (typeof NEEDED)[number]): Message {
  if (key === 'rule') return say`this silence does not say which \`rule\` it is about`
  if (key === 'path') return say`this silence has no \`path\`: write what it is about, or '**' for every file`
  return say`a silence needs a \`reason\`: say why what the rule finds is not one here`
}

function readRule(fields: Fields, report: Report): Silence['rule'] | undefined {
  const setting = fields.get('rule')
  const text = setting && readString(setting, say`a rule such as danger/encryption-off`, report)
  if (setting === undefined || text === undefined) return undefined
  const rule = SILENT.find((known) => known === text)
  if (rule === undefined) badValue(setting, notSilent(text), report)
  return rule
}

function notSilent(rule: string): Message {
  if (rule === NEVER_SILENT) return say`${name(rule)} watches over silences and cannot be silenced`
  if (Object.hasOwn(RULES, rule)) return say`only rules about dangers can be silenced; ${name(rule)} is none of them`
  const groupless = SILENT.find((known) => known === `danger/${rule}`)
  if (groupless !== undefined) return say`there is no rule ${name(rule)}; did you mean ${name(groupless)}?`
  return say`there is no rule ${name(rule)}${didYouMean(rule, SILENT)}`
}

function readCovered(at: Setting, path: string, report: Report): Covered | undefined {
  const hash = path.indexOf('#')
  const files = hash < 0 ? path : path.slice(0, hash)
  const problem = pathGlobProblem(files) ?? (hash < 0 ? undefined : pointerGlobProblem(path.slice(hash + 1)))
  if (problem !== undefined) {
    badValue(at, problem, report)
    return undefined
  }
  if (hash < 0) return { of: 'files', files: pathGlob(files) }
  return { of: 'values', documents: pathGlob(files), pointers: pointerGlob(path.slice(hash + 1)) ?? [] }
}

function readDay(setting: Setting, report: Report): string | undefined {
  const text = readString(setting, say`a day such as 2027-01-31`, report)
  if (text === undefined || isDay(text)) return text
  badValue(setting, say`${name(text)} is no day; write it as 2027-01-31`, report)
  return undefined
}

function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** What silences may be about. */
export interface SilenceTargets {
  readonly files: readonly string[]
  /** `kind/name`. */
  readonly documents: readonly string[]
}

/** Their files may lie above the configuration repository, where nothing is listed. */
const SEES_OUTSIDE: readonly DangerRule[] = ['danger/workflow-changed', 'danger/policy-changed']

/** Silences that are about nothing there is: a wrong path would go unseen until the danger is there. */
export function reportLostSilences(silences: readonly Silence[], targets: SilenceTargets, report: Report): void {
  const { files, documents } = targets
  for (const { rule, covers, pathPlace, path } of silences) {
    if (covers.of === 'files' && SEES_OUTSIDE.includes(rule)) continue
    const [glob, names] = covers.of === 'files' ? [covers.files, files] : [covers.documents, documents]
    if (names.some((one) => matchesGlob(glob, one.split('/')))) continue
    const message = lost(covers, { glob, path, documents, names })
    report(finding('config/bad-value', pathPlace, message, { severity: 'warning' }))
  }
}

interface Lost {
  readonly glob: Glob
  readonly path: string
  readonly names: readonly string[]
  readonly documents: readonly string[]
}

function lost(covers: Covered, { glob, path, names, documents }: Lost): Message {
  const text = glob.join('/')
  if (covers.of === 'files' && documents.includes(path)) {
    return say`${name(path)} is a document: write ${name(`${path}#`)} to name all of its values`
  }
  const what = covers.of === 'files' ? say`file` : say`document`
  return say`there is no ${what} ${name(text)}${hasWildcards(glob) ? say`` : didYouMean(text, names)}`
}
