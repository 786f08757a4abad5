import type { LayoutEntry } from '../../core/config.ts'
import type { EditorMapping } from '../../core/editor.ts'
import { formatOf } from '../../core/format.ts'
import { name, say, type Message } from '../../core/message.ts'

export interface MappingInput {
  readonly layout: readonly LayoutEntry[]
  /** The kinds that have a schema, with its path. */
  readonly schemas: ReadonlyMap<string, string>
  /** The paths of the layers of each kind: which endings there are. */
  readonly files: ReadonlyMap<string, readonly string[]>
}

const BUILT_IN = 'cairn:'

/**
 * Works out from the layout which files are documents of which kind, and so which schema an editor should hold them
 * against. The globs have only `*` and `**`, which every version of the YAML language server and VS Code reads alike.
 * Parts of files, and files with flat keys, have no mapping: the schema is not about the file as it stands there.
 */
export function editorMapping({ layout, schemas, files }: MappingInput): EditorMapping {
  const yaml: Record<string, string[]> = {}
  const json: { fileMatch: string[]; url: string }[] = []
  const left: Message[] = []
  for (const [kind, path] of schemas) {
    if (path.startsWith(BUILT_IN)) {
      left.push(say`${name(kind)}: its schema comes with Cairn and is no file here; save what "cairn schema ${name(kind)} --resolved" prints to have one`)
      continue
    }
    const entries = layout.filter((entry) => entry.kind === undefined || entry.kind === kind)
    const whole = entries.filter(isWhole)
    if (whole.length < entries.length) left.push(say`${name(kind)}: parts of files, and files with flat keys`)
    const used = files.get(kind) ?? []
    const yamlGlobs = globs(whole, kind, endingsAmong(used))
    if (yamlGlobs.length > 0) yaml[path] = [...(yaml[path] ?? []), ...yamlGlobs]
    if (!used.some((file) => file.endsWith('.json'))) continue
    const jsonGlobs = formatOf(path) === 'json' ? globs(whole, kind, ['json']) : []
    if (jsonGlobs.length > 0) json.push({ fileMatch: jsonGlobs, url: `./${path}` })
    else left.push(say`${name(kind)}: layers in JSON; for those, editors read schemas in JSON only`)
  }
  return { yaml, json, left }
}

/** Whether the files of an entry are documents as they stand. */
function isWhole({ at = [], separator }: LayoutEntry): boolean {
  return at.length === 0 && separator === undefined
}

/** The endings of YAML that are in use; the usual one where none is. */
function endingsAmong(files: readonly string[]): readonly string[] {
  const found = ['yaml', 'yml'].filter((ending) => files.some((file) => file.endsWith(`.${ending}`)))
  return found.length === 0 ? ['yaml'] : found
}

function globs(entries: readonly LayoutEntry[], kind: string, endings: readonly string[]): string[] {
  const found = new Set<string>()
  for (const { path } of entries) {
    for (const ending of endings) {
      const glob = globOf(path, kind, ending)
      if (glob.endsWith(`.${ending}`)) found.add(glob)
    }
  }
  return [...found].filter((glob) => ![...found].some((other) => other !== glob && isCovered(glob, other)))
}

/** Whether all that a glob matches another one does, too: `a/*.sops.yaml` and `a/*.yaml`. */
function isCovered(glob: string, by: string): boolean {
  const star = by.lastIndexOf('*') + 1
  return star > 0 && glob.startsWith(by.slice(0, star)) && glob.slice(star).endsWith(by.slice(star)) && !glob.slice(star).includes('/')
}

/** A pattern of the layout language as a glob: what it captures may be anything, but for the kind and the ending. */
function globOf(path: string, kind: string, ending: string): string {
  return path
    .replaceAll('{kind}', kind)
    .replaceAll('{ext}', ending)
    .replace(/\{[^{}]*\*\*\}/g, '**')
    .replace(/\{[^{}]*\}/g, '*')
}
