import type { ReviewReport } from './report.ts'
import { sameEdits } from '../same-edits.ts'
import { showSnapshot } from '../show.ts'
import { grouped, plural } from '../verdict.ts'
import { brief } from './brief.ts'

/** How names and texts from the repository become part of a page: Markdown, or HTML. What stands between is neither. */
export interface Look {
  /** A name or a key. */
  readonly name: (text: string) => string
  /** What a person wrote. */
  readonly text: (text: string) => string
}

const MOST_NAMED = 10

/** What the sentence leaves out. */
export function countsText(report: ReviewReport): string {
  const { changes, shadowed, encryptedFiles, findings, dangers, silenced, files, base } = report
  const { documents, effectiveDocuments, environments } = report
  const changed = new Set(changes.map(({ document }) => document)).size
  const edits = sameEdits(shadowed).length
  const known = findings.filter(({ since }) => since === 'known').length
  const some = (count: number, text: string): string[] => (count === 0 ? [] : [text])
  const parts = base === undefined ? [] : [
    `${plural(files ?? 0, 'file')} changed`,
    ...some(changes.length, `${plural(changes.length, 'change')} in ${plural(changed, 'document')}`),
    ...some(edits, `${plural(edits, 'edit')} without effect`),
    ...some(encryptedFiles.length, `${plural(encryptedFiles.length, 'encrypted file')} with other recipients`),
    ...some(dangers.length, plural(dangers.length, 'danger')),
    ...some(silenced.length, `${plural(silenced.length, 'danger')} accepted before`),
    ...some(findings.length - known, `${plural(findings.length - known, 'finding')} that came with it`),
    ...some(known, `${plural(known, 'finding')} that the base has too`),
  ]
  const checked = `Checked ${plural(documents, 'document')}, ${plural(effectiveDocuments, 'effective document')} in ${plural(environments.length, 'environment')}.`
  return parts.length === 0 ? checked : `${parts.join(' · ')}. ${checked}`
}

/** With what it was compared, and why, and which environments change. */
export function comparisonText({ base, because, noBase, perEnvironment }: ReviewReport, { name, text }: Look): string {
  if (base === undefined) return `Compared with nothing: ${text(brief(noBase ?? 'there is no base', 200))}.`
  const changed = perEnvironment.filter(({ changed, state, abstract }) => !abstract && (changed > 0 || state === 'added'))
  const removed = perEnvironment.filter(({ state }) => state === 'removed')
  const named = (all: ReviewReport['perEnvironment']): string => {
    const first = all.slice(0, MOST_NAMED).map((one) => name(brief(one.name))).join(', ')
    return all.length <= MOST_NAMED ? first : `${first} and ${grouped(all.length - MOST_NAMED)} more`
  }
  const what =
    changed.length === 0
      ? 'no environment changes'
      : `${plural(changed.length, 'environment')} ${changed.length === 1 ? 'changes' : 'change'}: ${named(changed)}`
  const gone = removed.length === 0 ? '' : `; removed: ${named(removed)}`
  return `Compared with ${name(brief(showSnapshot(base)))} (${text(brief(because ?? '', 200))}): ${what}${gone}.`
}

/** What makes a change routine; empty where it is none. */
export function routineText({ routine }: ReviewReport, { name }: Look): string {
  if (routine === undefined) return ''
  const named = routine.keys.slice(0, MOST_NAMED).map((key) => name(brief(key))).join(', ')
  return `Routine: every value that changes is a version or an image of the same name (its key ends in ${named}), and none goes back.`
}

const STAGE_TEXT = { open: 'read', check: 'check', compare: 'compare', known: 'check of the base', dangers: 'dangers', reach: 'reach' } as const

/** What was looked at, by whose rules, with which version, and how long that took. */
export function tailText({ snapshot, base, tool, timing, judgedBy }: ReviewReport, { name }: Look): string {
  const total = timing.reduce((sum, { took }) => sum + took, 0)
  const stages = timing.slice(0, 20).map(({ stage, took }) => `${STAGE_TEXT[stage]} ${grouped(Math.round(took))}`)
  const parts = [
    name(brief(showSnapshot(snapshot))),
    ...(base === undefined ? [] : [judgedBy === 'base' ? "judged by the base's rules" : 'the base has no cairn.yaml to judge by']),
    `Cairn ${name(brief(tool.version))}`,
    ...(timing.length === 0 ? [] : [`${grouped(Math.round(total))} ms (${stages.join(', ')})`]),
  ]
  return parts.join(' · ')
}
