import { expect, test } from 'vitest'
import type { RuleId } from '../../src/core/rules.ts'
import { showLocation } from '../../src/core/place.ts'
import { checkFiles } from '../helpers/memory.ts'

/** Stands in a file just before the place where the finding belongs; taken out before the file is read. */
const MARK = '▶'

export interface Mistake {
  readonly rule: RuleId
  /** What a person did wrong. */
  readonly what: string
  /** Files with one `▶`, or bytes. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Where the finding is, when it is not at a `▶`: a file, an environment, a variable. */
  readonly at?: string
  /** A part of what the message must say. */
  readonly says?: string
  /** Places that the finding names besides, in order. */
  readonly related?: readonly string[]
  /** Other rules that the same mistake rightly sets off, sorted; none by default. */
  readonly also?: readonly RuleId[]
  readonly variables?: Readonly<Record<string, string>>
}

/** Makes one test a mistake: exactly this finding, exactly there. */
export function mistakes(stage: string, table: readonly Mistake[]): void {
  test.each(table.map((mistake) => [`${mistake.rule}: ${mistake.what}`, mistake] as const))(
    `${stage}: %s`,
    async (_title, { rule, files, at, says, related, also = [], variables = {} }) => {
      const marked = unmark(files)
      const { findings } = await checkFiles(marked.files, variables)
      const found = findings.map((finding) => `${showLocation(finding.location)} ${finding.rule}`)
      const others = findings.filter((finding) => finding.rule !== rule).map((finding) => finding.rule)
      expect(found).toContain(`${at ?? marked.at} ${rule}`)
      expect(others.sort()).toEqual(also)
      expect(findings.filter((finding) => finding.rule === rule)).toHaveLength(1)
      const finding = findings.find((one) => one.rule === rule)
      if (says !== undefined) expect(finding?.message).toContain(says)
      if (related !== undefined) expect(finding?.related.map((one) => showLocation(one.location))).toEqual(related)
    },
  )
}

/** The files without the mark, and where it was as `file:line:column`. */
function unmark(files: Mistake['files']): { files: Record<string, string | Uint8Array>; at: string | undefined } {
  let at: string | undefined
  const clean = Object.entries(files).map(([path, content]) => {
    if (typeof content !== 'string' || !content.includes(MARK)) return [path, content] as const
    const before = content.slice(0, content.indexOf(MARK)).split('\n')
    at = `${path}:${before.length}:${(before.at(-1) ?? '').length + 1}`
    return [path, content.replace(MARK, '')] as const
  })
  return { files: Object.fromEntries(clean), at }
}
