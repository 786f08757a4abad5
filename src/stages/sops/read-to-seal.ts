import { entriesOf, type SopsDocument, type SopsMapping } from '../../core/sops/document.ts'
import { METADATA_KEY } from '../../core/sops/metadata.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import { readPlain, type SopsFormat } from './read.ts'
import { refuseOdd } from './refuse-odd.ts'
import { refuseTwice } from './refuse-twice.ts'

/**
 * Reads a text in clear that is to be sealed. What is read in it and would make a file that SOPS does not read is
 * refused here: nobody could tell before the file is needed.
 *
 * @returns or `bad-content`, `duplicate-key` (YAML; in JSON SOPS keeps both), `reserved-key`
 */
export function readToSeal(text: string, format: Exclude<SopsFormat, 'binary'>): Outcome<readonly SopsDocument[]> {
  return attempt(() => {
    const read = readPlain(text, format)
    if (!read.ok) return refuse(read.problems[0]?.kind ?? 'bad-content', read.problems[0])
    for (const [document, { root }] of read.result.entries()) {
      refuseReserved(root, document, format)
      if (format === 'yaml') refuseTwice(root, document)
    }
    if (format === 'yaml') refuseOdd(text, read.result)
    return read.result
  })
}

/** No key of the first level may be one of the metadata's. */
export function refuseReserved(root: SopsMapping, document: number, format: SopsFormat): void {
  for (const { key, start, keyEnd } of entriesOf(root)) {
    const isReserved = format === 'env' ? key?.startsWith(`${METADATA_KEY}_`) === true : key === METADATA_KEY
    if (isReserved) refuse('reserved-key', { start, end: keyEnd, document, tokens: [key ?? ''] })
  }
}
