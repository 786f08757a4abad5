import { settingsOf, type Settings } from './settings.ts'
import type { Proposal } from '../../../core/proposal.ts'
import type { Sketch, SketchEntry, SketchEnvironment, SketchIgnore } from './sketch.ts'

/** `cairn.yaml` with a comment at each line. What comes from the repository stands in values only, safely quoted. */
export function textOf(sketch: Sketch, found: Pick<Proposal, 'documents' | 'effective' | 'environments'>): string {
  const settings = settingsOf(sketch)
  const count = `${plural(found.documents, 'document')} in ${plural(found.environments.length, 'environment')}`
  const head = [
    `# This repository keeps ${sketch.seen}:`,
    `# ${count}, ${plural(found.effective, 'effective document')} in all.`,
  ]
  if (settings === undefined) return [...head, ...NOT_NEEDED, ''].join('\n')
  return [
    ...head,
    ...layoutLines(sketch.layout),
    ...environmentLines(settings.environments),
    ...presenceLines(sketch),
    ...ignoreLines(sketch.ignore),
    '',
  ].join('\n')
}

const NOT_NEEDED = ['# That needs no cairn.yaml. This file is the place for what comes later: kinds, what to ignore.']

function plural(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`
}

function layoutLines(layout: readonly SketchEntry[]): readonly string[] {
  const lines = ['', '# Which files are layers of what. Of one environment, later entries win.', 'layout:']
  let before = ''
  for (const entry of layout) {
    if (entry.note !== before) lines.push(`  # ${entry.note}`)
    before = entry.note
    lines.push(`  - ${entryText(entry)}`)
  }
  return lines
}

const ENTRY_KEYS = ['path', 'at', 'kind', 'name', 'environment', 'stream', 'keys'] as const

function entryText(entry: SketchEntry): string {
  const fields = ENTRY_KEYS.flatMap((key) => {
    const value = entry[key]
    if (value === undefined) return []
    if (typeof value === 'object') return `${key}: {at: ${quoted(value.at)}}`
    return `${key}: ${value === true ? 'true' : quoted(value)}`
  })
  return `{${fields.join(', ')}}`
}

function environmentLines(environments: Settings['environments']): readonly string[] {
  if (environments === undefined) return []
  if (Array.isArray(environments)) {
    const names = (environments as readonly string[]).map(quoted).join(', ')
    const one = environments.length === 1
    return ['', one ? '# There is one environment.' : '# All environments there are.', `environments: [${names}]`]
  }
  const definitions = Object.entries(environments as Readonly<Record<string, SketchEnvironment>>)
  const isAbstract = definitions.some(([, { abstract }]) => abstract === true)
  const about = isAbstract ? ' An abstract one is only inherited from.' : ''
  return ['', `# All environments there are.${about}`, 'environments:', ...definitions.map(definitionLine)]
}

function definitionLine([name, { abstract, inherits }]: readonly [string, SketchEnvironment]): string {
  const fields: string[] = []
  if (abstract !== undefined) fields.push('abstract: true')
  if (inherits !== undefined) fields.push(`inherits: [${inherits.map(quoted).join(', ')}]`)
  return `  ${quoted(name)}: {${fields.join(', ')}}`
}

function presenceLines({ presence }: Sketch): readonly string[] {
  if (presence === 'inherited') return []
  const about = '# A document exists in an environment only where a file for that environment says something of it.'
  return ['', about, 'presence: declared']
}

function ignoreLines(ignore: readonly SketchIgnore[]): readonly string[] {
  if (ignore.length === 0) return []
  const lines = ignore.map(({ glob, why }) => `  - ${quoted(glob)} # ${why}`)
  return ['', '# What is no configuration.', 'ignore:', ...lines]
}

/** Text that YAML 1.1 and 1.2 both read as this string when it stands without quotes, in a flow collection too. */
const PLAIN = /^[A-Za-z/][A-Za-z0-9_./-]*$/
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null)$/i

/** Characters that YAML forbids in a text, or that nobody would see in it. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/u

/** A YAML scalar that is this text, whatever is in it (YAML 1.2.2 §7.3). */
export function quoted(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text)) return text
  if (!INVISIBLE.test(text)) return `'${text.replaceAll("'", "''")}'`
  return `"${text.replace(/["\\]|[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}"`
}

function escaped(char: string): string {
  if (char === '"' || char === '\\') return `\\${char}`
  const point = char.codePointAt(0) ?? 0
  return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`
}
