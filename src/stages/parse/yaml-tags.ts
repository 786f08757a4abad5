import type { DocumentDirective } from 'js-yaml'
import { name, say, type Message } from '../../core/message.ts'
import type { TagTree } from '../../core/tree.ts'
import type { FormatOptions } from './options.ts'

/** What a tag asks for. `name` is the tag with its handle resolved: `!append`, `tag:yaml.org,2002:int`. */
export type TagMeaning =
  | { readonly is: 'core'; readonly type: CoreType }
  /** `!`: a string for scalars, nothing for collections. */
  | { readonly is: 'non-specific' }
  /** Says how the node is merged, nothing about its value. */
  | { readonly is: 'merge'; readonly name: string }
  /** Unknown, and allowed by `tags` in `cairn.yaml`. */
  | { readonly is: 'allowed'; readonly as: 'string' | 'keep' }
  | { readonly is: 'unknown'; readonly message: Message }

export type CoreType = 'str' | 'int' | 'float' | 'bool' | 'null' | 'map' | 'seq'

const CORE_PREFIX = 'tag:yaml.org,2002:'
const CORE_TYPES: ReadonlySet<string> = new Set<CoreType>(['str', 'int', 'float', 'bool', 'null', 'map', 'seq'])
const YAML_1_1_TYPES: ReadonlySet<string> = new Set(['binary', 'timestamp', 'set', 'omap', 'pairs'])
const MERGE_TAGS: ReadonlySet<string> = new Set(['!append', '!prepend', '!replace', '!merge'])

/** The merge key's own tag, for `!!merge <<`. */
export const MERGE_KEY_TAG = `${CORE_PREFIX}merge`

/** What the tag `raw` (as it stands in the file) asks for. */
export function meaningOf(
  raw: string,
  directives: readonly DocumentDirective[],
  allowed: FormatOptions['tags'],
): TagMeaning {
  if (raw === '!') return { is: 'non-specific' }
  const full = fullName(raw, directives)
  if (MERGE_TAGS.has(full)) return { is: 'merge', name: full }
  const type = full.startsWith(CORE_PREFIX) ? full.slice(CORE_PREFIX.length) : ''
  if (CORE_TYPES.has(type)) return { is: 'core', type: type as CoreType }
  const as = allowed.get(raw) ?? allowed.get(full)
  if (as !== undefined) return { is: 'allowed', as }
  return { is: 'unknown', message: YAML_1_1_TYPES.has(type) ? noJsonType(raw) : unknown(raw) }
}

function noJsonType(raw: string): Message {
  return say`${name(raw)} has no type in JSON: leave the tag out`
}

function unknown(raw: string): Message {
  if (raw.endsWith(':')) return say`${name(raw)} is read as a tag: quote a key that starts with !`
  if (raw.startsWith('!!')) return say`the tag ${name(raw)} is unknown: leave it out`
  return say`the tag ${name(raw)} is unknown: leave it out, or say under \`tags\` in cairn.yaml what it stands for`
}

/** The tag with its handle resolved by the document's `%TAG` directives and percent escapes decoded (YAML §6.9.1). */
export function fullName(raw: string, directives: readonly DocumentDirective[]): string {
  if (raw.startsWith('!<')) return decoded(raw.slice(2, -1))
  const handle = raw.slice(0, raw.indexOf('!', 1) + 1) || '!'
  return decoded(prefixOf(handle, directives) + raw.slice(handle.length))
}

function prefixOf(handle: string, directives: readonly DocumentDirective[]): string {
  for (const directive of directives) {
    if (directive.kind === 'tag' && directive.handle === handle) return directive.prefix
  }
  return handle === '!!' ? CORE_PREFIX : handle
}

function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const NO_CHILDREN: ReadonlyMap<string, TagTree> = new Map()

/** The merge tags at and below a node; `undefined` where there are none, as in most files. */
export function tagTree(tag: string, children: ReadonlyMap<string, TagTree> | undefined): TagTree | undefined {
  if (tag === '' && (children === undefined || children.size === 0)) return undefined
  return { tag, children: children ?? NO_CHILDREN }
}
