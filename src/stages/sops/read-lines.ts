import type { SopsComment, SopsDocument, SopsEntry, SopsLeaf, SopsMapping } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'

/**
 * Reads a dotenv file as SOPS does: lines end with `\n` alone, a key goes to the first `=`, nothing is trimmed, quotes
 * and `export` belong to value and key; the two characters `\n` in a value are a line break.
 *
 * @param mark what the first line begins with that the text does not have: a byte order mark
 * @throws SopsRefusal `bad-content` for a line without `=`
 */
export function readDotenv(text: string, mark = ''): readonly SopsDocument[] {
  const items: (SopsEntry | SopsComment)[] = []
  for (const { start, end } of linesOf(text)) {
    if (start === end) continue
    const before = start === 0 ? mark : ''
    if (text[start] === '#' && before === '') {
      items.push({ kind: 'comment', start, end, text: text.slice(start + 1, end), written: 'own line' })
      continue
    }
    const sign = text.indexOf('=', start)
    if (sign < 0 || sign >= end) return refuse('bad-content', { start, end })
    const node = textLeaf(text.slice(sign + 1, end).replaceAll('\\n', '\n'), sign + 1, end)
    items.push({ kind: 'entry', key: before + text.slice(start, sign), start, keyEnd: sign, node })
  }
  return [{ root: { kind: 'mapping', layout: 'lines', start: 0, end: text.length, items } }]
}

const LONG_QUOTES = '"""'

/**
 * Reads an INI file as SOPS does, by the rules of go-ini: a mapping of sections, of which several may have the same
 * name; keys before the first one are in `DEFAULT`. All values are texts; a pair of quotes around one is removed, and
 * what follows `#` or `;` is a comment. Comments stand behind their key.
 *
 * @throws SopsRefusal `bad-content` for a line that is neither section nor key
 */
export function readIni(text: string): readonly SopsDocument[] {
  const sections: SopsEntry[] = []
  const open = (key: string, start: number, end: number): (SopsEntry | SopsComment)[] => {
    const items: (SopsEntry | SopsComment)[] = []
    const node: SopsMapping = { kind: 'mapping', layout: 'lines', start, end, items }
    sections.push({ kind: 'entry', key, start, keyEnd: end, node })
    return items
  }
  let items = open('DEFAULT', 0, 0)
  let comments: SopsComment[] = []
  let skipTo = 0
  for (const line of linesOf(text)) {
    if (line.start < skipTo) continue
    const raw = text.slice(line.start, line.end)
    const content = raw.trim()
    const start = line.start + raw.length - raw.trimStart().length
    if (content === '') continue
    if (content.startsWith('#') || content.startsWith(';')) {
      comments.push({ kind: 'comment', start, end: start + content.length, text: content.replace(/^[;# ]+/, ''), written: 'own line' })
    } else if (content.startsWith('[')) {
      const close = content.lastIndexOf(']')
      if (close < 0) return refuse('bad-content', { start, end: line.end })
      items = open(content.slice(1, close), start, start + close + 1)
      items.push(...comments)
      comments = []
    } else {
      const entry = iniEntry(text, start, line.end)
      skipTo = entry.node.end
      items.push(entry, ...comments)
      comments = []
    }
  }
  return [{ root: { kind: 'mapping', layout: 'lines', start: 0, end: text.length, items: sections } }]
}

function iniEntry(text: string, start: number, end: number): SopsEntry {
  const sign = text.slice(start, end).search(/[=:]/)
  if (sign < 1) return refuse('bad-content', { start, end })
  const key = text.slice(start, start + sign).trim()
  const raw = text.slice(start + sign + 1, end)
  const valueStart = start + sign + 1 + raw.length - raw.trimStart().length
  const entry = { kind: 'entry', key, start, keyEnd: start + key.length } as const
  if (text.startsWith(LONG_QUOTES, valueStart)) {
    const close = text.indexOf(LONG_QUOTES, valueStart + LONG_QUOTES.length)
    if (close < 0) return refuse('bad-content', { start: valueStart, end })
    const inside = text.slice(valueStart + LONG_QUOTES.length, close)
    return { ...entry, node: textLeaf(inside, valueStart, close + LONG_QUOTES.length) }
  }
  const value = raw.trim()
  const quote = value.charAt(0)
  const close = '`"\''.includes(quote) && quote !== '' ? value.indexOf(quote, 1) : -1
  if (close > 0) return { ...entry, node: textLeaf(value.slice(1, close), valueStart, valueStart + close + 1) }
  const comment = value.search(/[#;]/)
  const bare = comment < 0 ? value : value.slice(0, comment).trimEnd()
  return { ...entry, node: textLeaf(bare, valueStart, valueStart + bare.length) }
}

function textLeaf(value: string, start: number, end: number): SopsLeaf {
  return { kind: 'leaf', start, end, value: { type: 'str', text: value } }
}

function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    yield { start, end }
    start = end + 1
  }
}
