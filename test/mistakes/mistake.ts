import type { SettledFinding } from '../../src/core/finding.ts'
import { showLocation } from '../../src/core/place.ts'
import type { RuleId } from '../../src/core/rules.ts'
import type { Variables } from '../../src/workspace.ts'
import type { Files } from '../helpers/repository.ts'

/** Stands in a file just before the place where the finding belongs; taken out before the file is read. */
const MARK = '▶'

/** One way of being wrong, and the one finding that it makes. */
export interface Mistake {
  readonly rule: RuleId
  /** What a person did wrong. */
  readonly what: string
  /** Files with one `▶`, or bytes. */
  readonly files: Files
  /** Where the finding is, when it is not at a `▶`: a file, an environment, a variable. */
  readonly at?: string
  /** A part of what the message must say. */
  readonly says?: string
  /** Its severity, where it is not the one that the rule has by default. */
  readonly severity?: SettledFinding['severity']
  /** Places that the finding names besides, in order. */
  readonly related?: readonly string[]
  /** The environments that it is folded over, where that is the point. */
  readonly environments?: readonly string[]
  /** Process variables. */
  readonly variables?: Variables
}

/** The files without the mark, and where it was as `file:line:column`. Columns count UTF-16 units. */
export function unmark(files: Files): { readonly files: Files; readonly at: string | undefined } {
  let at: string | undefined
  const clean = Object.entries(files).map(([path, content]) => {
    if (typeof content !== 'string' || !content.includes(MARK)) return [path, content] as const
    const before = content.slice(0, content.indexOf(MARK)).replace(/^\ufeff/, '').split(/\r\n?|\n/)
    at = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`
    return [path, content.replace(MARK, '')] as const
  })
  return { files: Object.fromEntries(clean), at }
}

/** A finding as a table of mistakes says it: place, severity and rule. */
export function told({ location, severity, rule }: SettledFinding): string {
  return `${showLocation(location)} ${severity} ${rule}`
}
