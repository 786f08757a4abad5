import type { EncryptedFileChange } from '../../core/encrypted-file.ts'
import { ENCRYPTED_COLUMNS, groupsText, OF_NO_DOCUMENT, recipientsOf } from '../encrypted-files.ts'
import { table } from '../markdown-text.ts'
import { plural } from '../verdict.ts'
import { bothRooms, details } from './attention.ts'
import type { Section } from './fit.ts'
import { namesMarkdown, placeMarkdown, type Places, type Room } from './place.ts'
import type { ReviewReport } from './report.ts'

/** So few files are shown at once; more of them are folded. */
const MOST_OPEN = 10
const MOST_NAMED = 12

/** Who can open encrypted files now, or no more; of those that are no layers. */
export function encryptedFilesSection({ encryptedFiles }: Pick<ReviewReport, 'encryptedFiles'>, places: Places): Section {
  const items = encryptedFiles.map((file) => bothRooms('first', (room) => fileText(file, places, room)))
  const fold = items.length <= MOST_OPEN ? { open: '', close: '\n' } : details(plural(items.length, 'encrypted file'))
  const open = fold.open + table([...ENCRYPTED_COLUMNS], [])
  return { title: `### ${OF_NO_DOCUMENT}\n\n`, rank: 3, noun: 'file', blocks: [{ open, close: fold.close, items }] }
}

function fileText(change: EncryptedFileChange, places: Places, room: Room): string {
  const groups = groupsText(change)
  const at = placeMarkdown({ location: placeOf(change), room, in: 'cell' }, places)
  const [added, removed] = (['added', 'removed'] as const).map((kind) => {
    return namesMarkdown(recipientsOf(change, kind), room === 'full' ? MOST_NAMED : 1)
  })
  return `| ${at}${groups === undefined ? '' : `<br>${groups}`} | ${added ?? ''} | ${removed ?? ''} |\n`
}

/** Where the first of those who were added stands; else the file as such. */
export function placeOf({ file, recipients }: EncryptedFileChange): EncryptedFileChange['recipients'][number]['location'] {
  return recipients.find(({ kind }) => kind === 'added')?.location ?? { file }
}
