import { ENCRYPTED_COLUMNS, groupsText, OF_NO_DOCUMENT, recipientsOf } from '../encrypted-files.ts'
import { placeOf } from '../review/encrypted-files.ts'
import type { Places } from '../review/place.ts'
import type { ReviewReport } from '../review/report.ts'
import { code, html, joined, row, table } from './markup.ts'
import { placeHtml } from './place.ts'
import type { PageSection } from './section.ts'

/** Who can open encrypted files now, or no more; of those that are no layers. */
export function encryptedFilesHtml({ encryptedFiles }: ReviewReport, places: Places): PageSection {
  const rows = encryptedFiles.map((change) => {
    const groups = groupsText(change)
    const file = html`${placeHtml(placeOf(change), 'head', places)}${groups === undefined ? html`` : html`<br/>${groups}`}`
    return row([file, ...(['added', 'removed'] as const).map((kind) => joined(recipientsOf(change, kind).map(code), '<br/>'))])
  })
  const content = table({ head: [...ENCRYPTED_COLUMNS], rows })
  return { id: 'encrypted-files', title: OF_NO_DOCUMENT, count: rows.length, content }
}
