import type { SettledFinding } from '../core/finding.ts'
import { list, say, type Message } from '../core/message.ts'
import { SEVERITIES, type Severity } from '../core/rules.ts'
import { showLocation } from '../core/place.ts'
import { names } from './terminal.ts'
import { countsText, plural, shownText, type Verdict } from './verdict.ts'
import { filePlace, type FilePlace } from './where.ts'

export type Level = 'error' | 'warning' | 'notice'

/** What GitHub shows beside a line. */
export interface Annotation {
  readonly level: Level
  readonly title: string
  /** At most `MOST_TEXT` UTF-16 units, with line breaks. */
  readonly message: string
  /** None for one that is about the run. */
  readonly place?: FilePlace
}

export interface Annotations {
  readonly annotations: readonly Annotation[]
  /** How many findings of a severity are not among them, for the severities where some are not. */
  readonly left: readonly { readonly severity: Severity; readonly shown: number; readonly found: number }[]
}

/** A runner keeps this many of a level a step, and drops the rest (actions/runner, ExecutionContext.cs). */
const MOST_OF_A_LEVEL = 10
/** A runner cuts a message here; ours ends before, with what matters said first. */
const MOST_TEXT = 4000
const MOST_RELATED = 10

const LEVEL: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', note: 'notice' }

/**
 * The findings that a step can annotate, the most severe first. One error is left to the step's own failure; where a
 * level has too many, its last place says how many more there are.
 *
 * @param prefix the configuration repository, seen from the top of the Git repository
 * @param warnings how many warnings of its own the step has besides; `notices` likewise
 */
export function annotationsOf(
  findings: readonly SettledFinding[],
  judged: Verdict,
  { prefix, warnings, notices = 0 }: { readonly prefix: string; readonly warnings: number; readonly notices?: number },
): Annotations {
  const annotations: Annotation[] = []
  const left: Annotations['left'][number][] = []
  for (const severity of SEVERITIES) {
    const all = findings.filter((one) => one.severity === severity)
    const found = all.length
    const failure = severity === 'error' && !judged.passed
    const room = MOST_OF_A_LEVEL - (failure ? 1 : severity === 'error' ? 0 : severity === 'warning' ? warnings : notices)
    // The failure itself says what is left; the other levels need a place for that.
    const shown = found <= room ? found : failure ? room : room - 1
    for (const one of all.slice(0, shown)) annotations.push(annotationOf(one, prefix))
    if (shown === found) continue
    left.push({ severity, shown, found })
    if (!failure) annotations.push({ level: LEVEL[severity], title: 'Cairn', message: moreText(found - shown, severity) })
  }
  return { annotations, left }
}

/** What a failed step says of itself: its counts, and what the annotations leave out. */
export function failureText(judged: Verdict, { left }: Annotations): Message {
  if (left.length === 0) return countsText(judged)
  const parts = left.map(({ severity, shown, found }) => shownText(shown, found, severity))
  return say`${countsText(judged)}; ${list(parts)} are annotated, the log has all`
}

function moreText(count: number, severity: Severity): Message {
  return say`${plural(count, severity)} more: the log has all`
}

function annotationOf(found: SettledFinding, prefix: string): Annotation {
  const { rule, severity, message, location, related, environments } = found
  const place = filePlace(location, prefix)
  const lines = [
    `${place.instead ?? ''}${message}`,
    ...(environments.length === 0 ? [] : [`in ${names(environments)}`]),
    ...related.slice(0, MOST_RELATED).map((one) => `${showLocation(one.location)} ${one.message}`),
    ...(related.length > MOST_RELATED ? [`${shownText(MOST_RELATED, related.length, 'place')} shown`] : []),
  ]
  return { level: LEVEL[severity], title: rule, message: fitting(lines), place }
}

/** As many whole lines as there is room for; the first is cut where it alone is too long. */
function fitting(lines: readonly string[]): string {
  let text = (lines[0] ?? '').slice(0, MOST_TEXT).replace(/[\ud800-\udbff]$/, '')
  for (const line of lines.slice(1)) {
    if (text.length + 1 + line.length > MOST_TEXT) return text
    text += `\n${line}`
  }
  return text
}
