import type { Report } from '../../core/finding.ts'
import { formatOf, type Format } from '../../core/format.ts'
import { say } from '../../core/message.ts'
import type { Source } from '../../core/source.ts'
import { ROOT, valuePlace, type Tree } from '../../core/tree.ts'
import { decode } from './decode.ts'
import { parseDotenv } from './dotenv.ts'
import { plantHole } from './draft.ts'
import { checkEncryptedName, recogniseEncrypted } from './encrypted.ts'
import { ENVELOPE_START } from './envelope.ts'
import { parseIni } from './ini.ts'
import { parseJson } from './json.ts'
import { toml } from './lazy.ts'
import type { FormatOptions } from './options.ts'
import { splitKeys } from './unflatten.ts'
import { parseYaml } from './yaml.ts'

export interface ParseOptions extends FormatOptions {
  /** What splits flat keys into paths, where the layout says so. */
  readonly separator?: string
}

type ParseFormat = (source: Source, options: FormatOptions, report: Report) => readonly Tree[]

const PARSERS: Readonly<Record<Format, ParseFormat>> = {
  yaml: parseYaml,
  json: parseJson,
  toml: (source, options, report) => toml().parseToml(source, options, report),
  ini: parseIni,
  env: parseDotenv,
}

/**
 * Reads a file: its documents as plain values with source maps, in order, at least one. The format follows from the
 * path; what has no known extension is read as YAML. Leaves of SOPS files are `Sealed`. A file that cannot be read is
 * one document that is a hole, its finding at the place where the reading failed. Nothing in a file makes this throw.
 *
 * @param path relative to the repository root.
 * @param bytes the file's content; not kept, so that the buffer may be used again.
 * @throws NotLoaded if a parser has to be loaded first; nothing has been reported then.
 */
export function parseFile(path: string, bytes: Uint8Array, options: ParseOptions, report: Report): readonly Tree[] {
  const { source, refused } = decode(path, bytes)
  if (refused !== undefined) {
    report(refused)
    return [plantHole(source)]
  }
  const few = limited(report)
  const trees = PARSERS[formatOf(path) ?? 'yaml'](source, options, few)
  if (trees.length === 1) return [finished(trees[0] as Tree, options.separator, few)]
  const { separator } = options
  return trees.map((tree) => (mentionsSops(tree) ? finished(tree, separator, few) : split(tree, separator, few)))
}

/** Most findings of a file that are reported: 10 MB can hold a million mistakes. */
const MOST_FINDINGS = 1000

function limited(report: Report): Report {
  let count = 0
  return (found) => {
    if (++count < MOST_FINDINGS) report(found)
    if (count === MOST_FINDINGS) report({ ...found, message: say`${found.message} (and more in this file)` })
  }
}

/**
 * Whether a document of a stream may be one of a SOPS file, or hold parts of one. `recogniseEncrypted` searches the
 * whole text for that, which a stream of a million documents cannot afford.
 */
function mentionsSops(tree: Tree): boolean {
  const { start, end } = valuePlace(tree, ROOT)
  const text = tree.source.text.slice(start, end)
  return text.includes('sops') || text.includes(ENVELOPE_START)
}

function finished(tree: Tree, separator: string | undefined, report: Report): Tree {
  const recognised = recogniseEncrypted(tree, report)
  checkEncryptedName(recognised, report)
  const opened = split(recognised.tree, separator, report)
  return recognised.encrypted ? { ...opened, encrypted: true } : opened
}

function split(tree: Tree, separator: string | undefined, report: Report): Tree {
  return separator === undefined ? tree : splitKeys(tree, separator, report)
}
