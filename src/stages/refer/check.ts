import { documentKey } from '../../core/document.ts'
import type { Linked } from '../../core/effective.ts'
import { finding, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import type { Spot } from '../../core/spots.ts'
import type { Undecided } from '../../core/validation.ts'
import type { Edge } from './edge.ts'
import { lookUpName, lookUpPath, type Lookup } from './lookup.ts'
import { namesIn, type DocumentName } from './names.ts'
import { Words, type Missing } from './words.ts'
import type { NamingWorld } from './world.ts'

export interface CheckRun {
  readonly report: Report
  /** Where something in the document is set, and where else to look. */
  readonly spotOf: (tokens: Tokens, part: 'key' | 'value') => Spot
  /** Whether a value may be a secret: no message shows it. */
  readonly isHidden: (tokens: Tokens) => boolean
  /** Is told of names that only a key would tell. */
  readonly undecided?: (question: Undecided) => void
}

/** Checks the names in one document and returns the edges to the documents that they lead to. */
export type NameCheck = (linked: Linked, root: SchemaNode, run: CheckRun) => readonly Edge[]

/**
 * Prepares the check of names in one environment: each string that the schema says names a document (`x-ref`) has to
 * lead to one that exists there (`refer/unknown-document`), or be the path of one's file (`refer/unknown-file`). One
 * check serves all documents of an environment, since it remembers the names that it looked for.
 */
export function createNameCheck(world: NamingWorld): NameCheck {
  const words = new Words(world)
  return (linked, root, run) => {
    const names = namesIn(linked.value, root, (tokens) => run.undecided?.(openQuestion(tokens)))
    if (names.length === 0) return NONE
    const from = documentKey(linked.effective.document)
    const edges: Edge[] = []
    for (const named of names) {
      const found = lookUp(named)
      if ('documents' in found) for (const to of found.documents) edges.push(edge(from, to, named))
      else if (!named.reference.kinds.every((kind) => world.unknownKinds.has(kind))) tell(named, found)
    }
    return edges

    function openQuestion(tokens: Tokens): Undecided {
      return {
        message: say`only a key would decide whether this names a document`,
        asks: [],
        get place() {
          return run.spotOf(tokens, 'value').place
        },
      }
    }

    function lookUp(named: DocumentName): Lookup {
      if (named.reference.by === 'name') return lookUpName(named, world)
      const { layers } = linked.effective
      return lookUpPath(named, { world, layers, placeOf: () => run.spotOf(named.tokens, named.part).place })
    }

    function tell(named: DocumentName, missing: Missing): void {
      const { place, related } = run.spotOf(named.tokens, named.part)
      const message = words.of(named, missing, run.isHidden(named.tokens))
      run.report(finding(RULE[missing.missing], place, message, { related, environment: world.environment }))
    }
  }
}

const NONE: readonly Edge[] = []
const RULE = { document: 'refer/unknown-document', file: 'refer/unknown-file' } as const

function edge(from: string, to: string, { tokens, part, reference }: DocumentName): Edge {
  return { from, to, tokens, part, as: 'name', acyclic: reference.acyclic }
}
