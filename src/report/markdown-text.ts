import { escapeControls } from '../core/message.ts'

/**
 * Text from the repository as Markdown shows it literally: no markup, HTML, mention, link, reference, emoji or table
 * cell can come of it (GitHub-flavoured Markdown), wherever in a line it stands. Mentions, references and emoji are
 * looked for in what was rendered, where an entity is the character again: a space of no width stands behind what
 * begins one.
 */
export function md(text: string): string {
  return escapeControls(text).replace(MARKUP, (found) => {
    if (/^(?:www\.|gh-)$/i.test(found)) return found.slice(0, -1) + entity(found.slice(-1)) + APART
    if (/^[0-9a-f]{40}$/.test(found)) return found.slice(0, 20) + APART + found.slice(20)
    const isStart = found === ':' || found === '@' || found === '#'
    return isStart ? entity(found) + APART : entity(found.charAt(0)) + found.slice(1)
  })
}

/**
 * Characters of markup; the start of a link, an emoji, a reference to an issue, a mention, a list or a heading; the id
 * of a commit.
 */
const MARKUP = /[&\\`*_~[\]<>|@$]|:(?=\/\/|[\w+-]+:)|#(?=\w)|^[-+#=]|^\d+(?=[.)])|\bwww\.|\bgh-(?=\d)|\b[0-9a-f]{40}\b/gi

const entity = (char: string): string => `&#${char.charCodeAt(0)};`
const APART = '&#8203;'

/**
 * A code span in a table's cell, which holds the text whatever backticks it has (GFM 6.1). Pipes are escaped; behind a
 * backslash renderers do not agree on what that is, and an element says the same.
 */
export function code(text: string): string {
  return text.includes('\\|') ? `<code>${md(text)}</code>` : span(text).replaceAll('|', '\\|')
}

/** A code span outside of tables. */
export function span(text: string): string {
  if (text === '') return ''
  // In a log of it that would be a command to a runner, as `inert` has it.
  const safe = escapeControls(text).replaceAll('##[', '#\\u0023[')
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
