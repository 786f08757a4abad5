import type { EditorMapping } from '../../core/editor.ts'
import { isObject, parsedJson } from '../../core/untrusted.ts'

/** What becomes of a settings file. */
export interface EditedSettings {
  readonly text: string
  readonly changed: boolean
}

/**
 * Puts a mapping into the text of a settings file: JSON in which comments and trailing commas are allowed. All that is
 * not about these two settings stays as it is, to the letter; of the two, what is about other schemas stays.
 */
export function editSettings(text: string, { yaml, json }: EditorMapping): EditedSettings | undefined {
  const withYaml = editMember(text, 'yaml.schemas', {}, (before) => (isObject(before) ? { ...before, ...flat(yaml) } : undefined))
  if (withYaml === undefined) return undefined
  if (json.length === 0) return { text: withYaml, changed: withYaml !== text }
  const urls = new Set(json.map(({ url }) => url))
  const withJson = editMember(withYaml, 'json.schemas', [], (before) => {
    return Array.isArray(before) ? [...(before as unknown[]).filter((one) => !isAbout(one, urls)), ...json] : undefined
  })
  return withJson === undefined ? undefined : { text: withJson, changed: withJson !== text }
}

/** The settings as they would be in a file of their own. */
export function newSettings({ yaml, json }: EditorMapping): string {
  return `${JSON.stringify({ 'yaml.schemas': flat(yaml), ...(json.length > 0 && { 'json.schemas': json }) }, null, 2)}\n`
}

/** One glob is written without a list around it. */
function flat(yaml: EditorMapping['yaml']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(yaml).map(([path, globs]) => [path, globs.length === 1 ? globs[0] : globs]))
}

function isAbout(one: unknown, urls: ReadonlySet<string>): boolean {
  return isObject(one) && typeof one['url'] === 'string' && urls.has(one['url'])
}

type Change = (before: unknown) => unknown

function editMember(text: string, key: string, empty: unknown, change: Change): string | undefined {
  const settings = readMembers(text)
  if (settings === undefined) return undefined
  const member = settings.members.find((one) => one.key === key)
  // A value with comments in it is none of JSON: these would be lost.
  const before = member === undefined ? empty : parsedJson(text.slice(member.start, member.end))
  const after = change(before)
  if (after === undefined) return undefined
  if (JSON.stringify(after) === JSON.stringify(before)) return text
  const written = JSON.stringify(after, null, 2).replaceAll('\n', '\n  ')
  if (member !== undefined) return text.slice(0, member.start) + written + text.slice(member.end)
  const { last, close } = settings
  const comma = settings.members.length === 0 || settings.hasTrailingComma ? '' : ','
  const tail = text.slice(last, close).trimEnd()
  return `${text.slice(0, last)}${comma}${tail}\n  ${JSON.stringify(key)}: ${written}\n${text.slice(close)}`
}

interface Member {
  readonly key: string
  /** Of its value. */
  readonly start: number
  readonly end: number
}

interface Members {
  readonly members: readonly Member[]
  /** Where what is inside ends: after the last value, or its comma. */
  readonly last: number
  /** Of the closing brace. */
  readonly close: number
  readonly hasTrailingComma: boolean
}

/** Blanks and comments; a string; a bracket or a mark; any other word. */
const TOKEN = /(?<blank>(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)+)|(?<text>"(?:[^"\\\n]|\\.)*")|(?<mark>[[\]{},:])|(?<word>[^\s"[\]{},:/]+)/y

interface Token {
  readonly is: 'text' | 'mark' | 'word'
  readonly text: string
  readonly start: number
  readonly end: number
}

function tokensIn(text: string): Token[] | undefined {
  const tokens: Token[] = []
  TOKEN.lastIndex = text.startsWith('\ufeff') ? 1 : 0
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex
    const groups = TOKEN.exec(text)?.groups
    if (groups === undefined) return undefined
    const is = (['text', 'mark', 'word'] as const).find((one) => groups[one] !== undefined)
    if (is !== undefined) tokens.push({ is, text: groups[is] ?? '', start, end: TOKEN.lastIndex })
  }
  return tokens
}

/** The members of the one object that a text holds; `undefined` where it is anything else. */
function readMembers(text: string): Members | undefined {
  const tokens = tokensIn(text)
  const [open, close] = [tokens?.[0], tokens?.at(-1)]
  if (tokens === undefined || open?.text !== '{' || close?.text !== '}' || tokens.length < 2) return undefined
  const members: Member[] = []
  let hasTrailingComma = false
  for (let i = 1; i < tokens.length - 1; ) {
    const key: Token | undefined = tokens[i]
    const end: number | undefined = key?.is === 'text' && tokens[i + 1]?.text === ':' ? afterValue(tokens, i + 2) : undefined
    if (key === undefined || end === undefined || end > tokens.length - 1) return undefined
    const [first, last] = [tokens[i + 2] as Token, tokens[end - 1] as Token]
    members.push({ key: String(parsedJson(key.text)), start: first.start, end: last.end })
    hasTrailingComma = tokens[end]?.text === ','
    if (!hasTrailingComma && end !== tokens.length - 1) return undefined
    i = hasTrailingComma ? end + 1 : end
  }
  return { members, last: (tokens.at(-2) as Token).end, close: close.start, hasTrailingComma }
}

/** The index after a value's last token. */
function afterValue(tokens: readonly Token[], from: number): number | undefined {
  let depth = 0
  for (let i = from; i < tokens.length; i++) {
    const { is, text } = tokens[i] as Token
    if (is === 'mark' && (text === '{' || text === '[')) depth++
    else if (is === 'mark' && (text === '}' || text === ']')) depth--
    else if (is === 'mark' && depth === 0) return undefined
    if (depth === 0) return i + 1
    if (depth < 0) return undefined
  }
  return undefined
}
