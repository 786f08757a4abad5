import type { ChangedFile, RoundFiles, WatchRound, WatchTrouble } from '../core/watch-round.ts'
import { findingJson } from './json.ts'
import { showLocation } from '../core/place.ts'
import type { Style } from './style.ts'
import { findingsText, names } from './terminal.ts'
import { countsText, notCheckedBy, plural, scopeText, verdict } from './verdict.ts'

/** For people: what changed, what is new and what is gone, then all that there is. */
export function roundText(round: WatchRound, style: Style): string {
  const { changed, check, evaluated, fresh, gone, took } = round
  const judged = verdict(check.findings)
  const what = round.round === 1 ? '' : `${style('bold', changedText(changed))}\n`
  const left = goneText(gone, style)
  const still = check.findings.length - fresh.length
  const kept = still === 0 || round.round === 1 ? '' : `, ${still} of them as before`
  const mark = judged.passed ? style('green', 'passed') : style('red', 'failed')
  const blank = fresh.length + gone.length > 0 ? '\n' : ''
  const totals = `${mark}: ${countsText(judged)}${kept} (${scopeText(check)}; ${plural(evaluated, 'document')} evaluated in ${Math.round(took)} ms)\n`
  // What was not looked at is the same in every round.
  const open = round.round === 1 ? notCheckedBy(check).map((one) => `${style('dim', `not checked: ${one}`)}\n`).join('') : ''
  return `${what}${findingsText(fresh, style)}${left}${blank}${totals}${filesText(round.files)}${open}`
}

const GONE_SHOWN = 10

/** What is gone needs no further places. */
function goneText(gone: WatchRound['gone'], style: Style): string {
  const lines = gone.slice(0, GONE_SHOWN).map(({ rule, message, location }) => {
    return `${style('green', 'gone:')} ${showLocation(location)} ${rule} ${message}\n`
  })
  const more = gone.length - lines.length
  return lines.join('') + (more > 0 ? style('dim', `and ${more} more`) + '\n' : '')
}

function changedText(changed: readonly ChangedFile[]): string {
  if (changed.length === 0) return 'another day'
  const groups = (['added', 'changed', 'removed'] as const).flatMap((change) => {
    const paths = changed.filter((one) => one.change === change).map(({ path }) => path)
    return paths.length === 0 ? [] : [`${change} ${names(paths)}`]
  })
  return groups.join('; ')
}

function filesText(files: RoundFiles | undefined): string {
  if (files === undefined) return ''
  if (files.state === 'blocked') return 'not rendered: errors block it, and the folder stays as it is\n'
  const { written, removed, total } = files
  return `${plural(total, 'file')} rendered: ${written.length} written, ${removed.length} removed\n`
}

/** The same as data, in a line; `schemas/output/watch.json` describes it. */
export function roundJson({ round, changed, check, evaluated, fresh, gone, took, files }: WatchRound): object {
  const { counts, passed } = verdict(check.findings)
  return {
    version: 1,
    event: 'round',
    round,
    changed,
    new: fresh.map(findingJson),
    gone: gone.map(findingJson),
    passed,
    counts,
    documents: check.documents,
    effectiveDocuments: check.effectiveDocuments,
    environments: check.environments,
    evaluated,
    notChecked: notCheckedBy(check),
    files: files ?? null,
    milliseconds: Math.round(took),
  }
}

/** What a person should know besides. */
export function troubleText({ said, hint }: WatchTrouble, style: Style): string {
  return `${style('red', 'cairn:')} ${said}\n${hint === undefined ? '' : `  ${hint}\n`}`
}

export function troubleJson({ said, hint }: WatchTrouble): object {
  return { version: 1, event: 'trouble', message: said, hint: hint ?? null }
}
