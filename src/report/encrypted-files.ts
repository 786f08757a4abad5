import type { EncryptedFileChange, RecipientChange } from '../core/encrypted-file.ts'
import { escapeControls } from '../core/message.ts'
import { showLocation } from '../core/place.ts'
import { code, table } from './markdown-text.ts'
import { brief } from './review/brief.ts'
import type { Style } from './style.ts'

/** What their part of a report is headed by: the layers of documents are among the changes. */
export const OF_NO_DOCUMENT = 'Encrypted files of no document'
export const ENCRYPTED_COLUMNS = ['File', 'Can open it now', 'No more'] as const

/** Who can open encrypted files now, or no more, by file. */
export function encryptedFilesText(files: readonly EncryptedFileChange[], style: Style): string {
  if (files.length === 0) return ''
  return `${style('bold', OF_NO_DOCUMENT.toLowerCase())}\n${files.map((file) => fileText(file, style)).join('')}`
}

function fileText(change: EncryptedFileChange, style: Style): string {
  const groups = groupsText(change)
  const lines = change.recipients.map(({ location, ...one }) => {
    const [look, what] = one.kind === 'added' ? (['green', '+ opened by'] as const) : (['red', '- no more by'] as const)
    return `    ${style(look, `${what} ${recipientText(one)}`)}\n        ${style('dim', showLocation(location))}\n`
  })
  if (groups !== undefined) lines.push(`    ${style('yellow', `~ ${groups}`)}\n`)
  return `  ${escapeControls(change.file)}\n${lines.join('')}`
}

/** The same as a table with a title. */
export function encryptedFilesMarkdown(files: readonly EncryptedFileChange[]): string {
  if (files.length === 0) return ''
  const rows = files.map((change) => {
    const groups = groupsText(change)
    const named = (kind: RecipientChange['kind']): string => recipientsOf(change, kind).map(code).join('<br>')
    return [`${code(change.file)}${groups === undefined ? '' : `<br>${groups}`}`, named('added'), named('removed')]
  })
  return `\n**${OF_NO_DOCUMENT}**\n\n${table([...ENCRYPTED_COLUMNS], rows)}`
}

/** Those who were added, or removed, as they are called. */
export function recipientsOf({ recipients }: EncryptedFileChange, kind: RecipientChange['kind']): readonly string[] {
  return recipients.filter((one) => one.kind === kind).map(recipientText)
}

/** `alice (age1…)`; a key of another type than age with that. A post-quantum one is long. */
function recipientText({ type, recipient, alias }: Omit<RecipientChange, 'location'>): string {
  const key = type === 'age' ? recipient : `${type} ${recipient}`
  return alias === undefined ? brief(key) : `${brief(alias)} (${brief(key)})`
}

/** `takes keys of 2 groups, 1 before`; nothing where that is as it was. */
export function groupsText({ threshold }: EncryptedFileChange): string | undefined {
  if (threshold === undefined) return undefined
  const { before, after } = threshold
  return `takes keys of ${after} group${after === 1 ? '' : 's'}, ${before} before`
}
