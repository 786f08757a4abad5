import { parseEvents, YAMLException } from 'js-yaml'
import { finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { compose, type YamlEvents } from './compose.ts'
import { plantHole } from './draft.ts'
import { judge } from './lazy.ts'
import type { FormatOptions } from './options.ts'
import { refusal } from './refusal.ts'
import { mistakeOf, type Refused } from './yaml-mistakes.ts'

/** Above this size (UTF-16 units) no second parser is asked: it would take seconds. */
const LARGEST_JUDGED = 250_000

/**
 * The documents of a YAML 1.2 text: one tree, or one a document with `options.stream`. An empty text is one document
 * that is null. Never throws on what the text says; whatever cannot be read is a finding and a hole.
 *
 * @throws NotLoaded if js-yaml refuses the text and the judge is not loaded; nothing has been reported then.
 */
export function parseYaml(source: Source, options: FormatOptions, report: Report): readonly Tree[] {
  const read = eventsOf(source.text)
  if ('events' in read) return compose(source, read, options, report)
  if (read.reason.startsWith(TOO_DEEP)) {
    const message = say`this is nested more than ${MAX_DEPTH} levels deep`
    report(finding('parse/too-deep', inSpan(source, read.at, read.at), message))
    return [plantHole(source)]
  }
  const plain = refusal(source, read.at)
  if (plain === undefined && source.text.length <= LARGEST_JUDGED) {
    const judged = judge().judge(source, read)
    for (const found of judged.findings) report(found)
    return compose(source, judged, options, report)
  }
  report(plain ?? mistakeOf(source, read))
  return [plantHole(source)]
}

/** How js-yaml words the finding about depth. */
const TOO_DEEP = 'nesting exceeded maxDepth'

function eventsOf(text: string): YamlEvents | Refused {
  try {
    // js-yaml counts a scalar as a level, and whatever it tries as a key first; the composer counts exactly.
    return { events: parseEvents(text, { maxDepth: MAX_DEPTH + 3 }) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { reason: error.reason, at: Math.min(error.mark?.position ?? 0, text.length) }
  }
}
