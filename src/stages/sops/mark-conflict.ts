import { childOf } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'
import type { MetadataBlock, SopsFile } from './read.ts'
import { applySplices, endOf, type Splice } from './splice.ts'
import type { Sides } from './three-way.ts'

/** What only a key can merge. */
const FIELDS = ['lastmodified', 'mac']

/**
 * The text of a file that was merged without a key, with Git's conflict markers around `lastmodified` and `mac` as both
 * sides have them: nobody takes it for a finished file, Git and SOPS neither.
 */
export function markConflict(merged: SopsFile, { ours, theirs }: Omit<Sides<SopsFile>, 'base'>): string {
  const splices = merged.blocks.flatMap((block, i): Splice[] => {
    const [mine, others] = [ours.blocks[i], theirs.blocks[i]]
    if (mine === undefined || others === undefined) return []
    return rangesOf(merged.text, block).map(({ start, end, fields }) => ({
      start,
      end,
      text: [
        '<<<<<<< ours\n', ...fields.map((field) => lineOf(ours, mine, field)),
        '=======\n', ...fields.map((field) => lineOf(theirs, others, field)), '>>>>>>> theirs\n',
      ].join(''),
    }))
  })
  return applySplices(merged.text, splices)
}

interface Range {
  readonly start: number
  readonly end: number
  readonly fields: readonly string[]
}

/** The lines of the fields: one range where they are neighbours. */
function rangesOf(text: string, block: MetadataBlock): readonly Range[] {
  const ranges: Range[] = []
  for (const field of FIELDS) {
    const span = spanOf(text, block, field)
    const last = ranges.at(-1)
    if (last !== undefined && span.start < last.end) continue
    if (last?.end === span.start) {
      ranges.splice(-1, 1, { start: last.start, end: span.end, fields: [...last.fields, field] })
    } else ranges.push({ ...span, fields: [field] })
  }
  return ranges
}

function lineOf({ text }: SopsFile, block: MetadataBlock, field: string): string {
  const { start, end } = spanOf(text, block, field)
  return text.slice(start, end).replace(/\n?$/, '\n')
}

/** The whole lines of a field of the metadata. */
function spanOf(text: string, { block }: MetadataBlock, field: string): Omit<Range, 'fields'> {
  const entry = childOf(block, field) ?? refuse('bad-metadata', { start: block.start, end: block.end, tokens: [field] })
  const found = text.indexOf('\n', endOf(entry))
  return { start: text.lastIndexOf('\n', entry.start - 1) + 1, end: found < 0 ? text.length : found + 1 }
}
