/**
 * The texts of `src/report/rule-texts.ts`, from the entries of docs/findings.md: what a rule means and how to fix what
 * it finds, without markup.
 */
export function ruleTexts(page: string): string {
  const entries = page.split(/^### /m).slice(1).flatMap(entryOf)
  return (
    '/** What each rule means and how to fix what it finds; generated from docs/findings.md by `npm run docs`. */\n' +
    'export const RULE_TEXTS: Readonly<Record<string, { readonly means: string; readonly fix: string }>> = {\n' +
    entries.map(({ rule, means, fix }) => `  '${rule}': {\n    means: ${quoted(means)},\n    fix: ${quoted(fix)},\n  },\n`).join('') +
    '}\n'
  )
}

interface Entry {
  readonly rule: string
  readonly means: string
  readonly fix: string
}

/** None for a heading that is no rule's. */
function entryOf(text: string): Entry[] {
  const rule = text.slice(0, text.indexOf('\n'))
  if (!/^[a-z-]+\/[a-z-]+$/.test(rule)) return []
  const means = /^`[a-z]+`, can(?:not)? be waived[.;]\s+(.*(?:\n.+)*)/m.exec(text)?.[1]
  const fix = /^\*\*Fix\.\*\*\s+(.*(?:\n.+)*)/m.exec(text)?.[1]
  if (means === undefined || fix === undefined) throw new Error(`docs/findings.md: ${rule} lacks what it means or its fix`)
  return [{ rule, means: plain(means), fix: plain(fix) }]
}

/** Markdown's text: links by what they say, no code spans, no emphasis, on one line. */
function plain(markdown: string): string {
  return markdown
    .replaceAll('\n', ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`([^`]*)`|\*\*([^*]*)\*\*/g, (_, code?: string, bold?: string) => code ?? bold ?? '')
}

function quoted(text: string): string {
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replace(/['\\]/g, '\\$&')}'`
}
