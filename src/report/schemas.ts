import { escapeControls } from '../core/message.ts'
import type { KindListing, PrintedSchema } from '../core/schema-listing.ts'
import { yamlText } from '../core/yaml-text.ts'
import { isActive, jsonText } from './inert.ts'
import { code, fence, table } from './markdown-text.ts'
import { plainValue } from './show.ts'
import type { Style } from './style.ts'
import { plural } from './verdict.ts'

/** One kind a line: its name, its schema's file, how many documents it has. */
export function kindsText(kinds: readonly KindListing[], style: Style): string {
  const width = Math.max(0, ...kinds.map(({ kind }) => escapeControls(kind).length))
  return kinds.map((one) => {
    const named = style('bold', escapeControls(one.kind)) + ' '.repeat(width - escapeControls(one.kind).length)
    const version = one.version === undefined ? '' : `, version ${one.version}`
    return `${named}  ${whereIs(one)}  ${style('dim', `${plural(one.documents, 'document')}${version}`)}\n`
  }).join('')
}

export function kindsMarkdown(kinds: readonly KindListing[]): string {
  const rows = kinds.map((one) => {
    const { kind, schema, builtIn, version, documents } = one
    const where = schema === undefined ? 'none' : `${code(schema)}${builtIn === true ? ' (built in)' : ''}`
    return [code(kind), where, version === undefined ? '' : String(version), String(documents)]
  })
  return table(['Kind', 'Schema', 'Version', 'Documents'], rows)
}

function whereIs({ schema, builtIn }: KindListing): string {
  if (schema === undefined) return 'no schema'
  return builtIn === true ? `${escapeControls(schema)} (built in)` : escapeControls(schema)
}

/**
 * A schema as it stands in its file, else as YAML; as JSON, which is YAML as well, where the text would put something
 * into a log that a runner or a terminal acts on.
 */
export function schemaText({ text, value }: PrintedSchema): string {
  const written = text ?? yamlText(value)
  if (isActive(written)) return `${schemaJson({ value })}\n`
  return written.endsWith('\n') ? written : `${written}\n`
}

export function schemaMarkdown(printed: PrintedSchema): string {
  const text = schemaText(printed)
  return `### ${code(printed.path)}\n\n${fence(text, text.startsWith('{') ? 'json' : 'yaml')}`
}

export function schemaJson({ value }: Pick<PrintedSchema, 'value'>): string {
  return jsonText(plainValue(value))
}
