import type { DocumentEvent, Event } from 'js-yaml'
import type { Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import type { Source } from '../../core/source.ts'
import type { Tree } from '../../core/tree.ts'
import { DocumentComposer, type YamlReading } from './compose-document.ts'
import { draftLeaf, NO_KEY, plant } from './draft.ts'
import { EventReader } from './event-reader.ts'
import type { FormatOptions } from './options.ts'
import { startOf, YamlCursor } from './yaml-cursor.ts'
import { tell } from './yaml-scalars.ts'
import { documentMarker } from './yaml-text.ts'

/** The events of a YAML text as js-yaml gives them, and which scalars could not be read. */
export interface YamlEvents {
  readonly events: readonly Event[]
  /** Scalars whose finding has been reported: they become holes. */
  readonly holes?: ReadonlySet<Event>
}

/** Length of `---`. */
const MARKER_LENGTH = 3

/**
 * Makes plain values and source maps of YAML events, one tree a document, by the core schema of YAML 1.2.2. Merge keys
 * are resolved, aliases share the value of their anchor. What cannot be kept (numbers that would be rounded, unknown
 * tags, aliases that lead nowhere, too many nodes) is a finding and a hole.
 *
 * Without `options.stream` only the first document is composed, and a second one is a finding. A text without documents
 * is one that is null; a `---` at the end of a file starts none.
 */
export function compose(source: Source, read: YamlEvents, options: FormatOptions, report: Report): readonly Tree[] {
  const reading: YamlReading = {
    events: new EventReader(read.events),
    cursor: new YamlCursor(source.text),
    holes: read.holes,
    run: { source, options, report, directives: [] },
  }
  const composer = new DocumentComposer(reading)
  const trees: Tree[] = []
  while (hasDocument(reading, trees.length === 0) && !composer.isFull) {
    const event = reading.events.take() as DocumentEvent
    const start = startOfDocument(event, reading)
    if (trees.length > 0 && !options.stream) {
      reportSecond(event, start, reading)
      break
    }
    reading.cursor.at = event.explicitStart ? start + MARKER_LENGTH : start
    trees.push(composer.document(event))
  }
  return trees.length > 0 ? trees : [plant(source, draftLeaf(null, NO_KEY, 0, 0))]
}

function hasDocument({ events, holes }: YamlReading, isFirst: boolean): boolean {
  if (events.isAtEnd) return false
  return isFirst || !events.isEmptyDocument() || holes?.has(events.peekContent()) === true
}

/** Where a document starts: at its `---`, or where the one before it ends. */
function startOfDocument(event: DocumentEvent, { cursor, run }: YamlReading): number {
  return event.explicitStart ? documentMarker(run.source.text, cursor.at) : cursor.at
}

function reportSecond(event: DocumentEvent, marker: number, { events, run }: YamlReading): void {
  const start = event.explicitStart ? marker : startOf(events.peek(), marker)
  const end = event.explicitStart ? marker + MARKER_LENGTH : start
  const message = say`a second document starts here and is left out: split the file, or read it with \`stream: true\``
  tell(run, 'parse/stream', start, end, message)
}
