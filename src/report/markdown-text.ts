import { escapeControls } from '../core/message.ts'

/**
 * Text from the repository as Markdown shows it literally: no markup, HTML, mention, link, reference, emoji or table
 * cell can come of it (GitHub-flavoured Markdown), wherever in a line it stands.
 */
export function md(text: string): string {
  return escapeControls(text).replace(MARKUP, (found) => {
    return /^www\.$/i.test(found) ? found.slice(0, -1) + entity('.') : entity(found.charAt(0)) + found.slice(1)
  })
}

/** Characters of markup; the start of a link, an emoji, a reference to an issue, a mention, a list or a heading. */
const MARKUP = /[&\\`*_~[\]<>|@]|:(?=\/\/|[\w+-]+:)|#(?=\w)|^[-+#=]|^\d+(?=[.)])|\bwww\./gi

const entity = (char: string): string => `&#${char.charCodeAt(0)};`

/** A code span that holds the text whatever backticks it has (GFM 6.1); pipes are escaped for table cells. */
export function code(text: string): string {
  if (text === '') return ''
  const safe = escapeControls(text).replaceAll('|', '\\|')
  const runs = safe.match(/`+/g) ?? []
  const ticks = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = safe.startsWith('`') || safe.endsWith('`') || safe.trim() === '' ? ' ' : ''
  return `${ticks}${pad}${safe}${pad}${ticks}`
}

/** A fenced block that the text cannot close (GFM 4.5). */
export function fence(text: string, language: string): string {
  const runs = text.match(/`{3,}/g) ?? []
  const ticks = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1)
  return `${ticks}${language}\n${text.endsWith('\n') ? text : text + '\n'}${ticks}\n`
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}
