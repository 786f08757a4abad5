import type { Clear } from '../../core/sops/document.ts'
import { MERGE_KEY } from './refuse-twice.ts'

/**
 * What a tag makes of a scalar. go-yaml takes `!!str` and the numbers' tags, and writes the text `<<` as `!!merge <<`;
 * of tags of one's own it keeps what is a text.
 */
export function withTag(
  tag: string | undefined,
  plain: () => Clear | null | undefined,
  text: string,
): Clear | null | undefined {
  if (tag === undefined) return plain()
  if (tag === '!!str' || tag === '!' || (tag === '!!merge' && text === MERGE_KEY)) return { type: 'str', text }
  const value = plain()
  if (tag === '!!float' && value?.type === 'int') return { type: 'float', text: value.text }
  if (tag === '!!null') return value === null ? null : undefined
  if (!tag.startsWith('!!')) return value?.type === 'str' ? value : undefined
  return value !== null && value !== undefined && TAGS[tag] === value.type ? value : undefined
}

const TAGS: Readonly<Record<string, Clear['type']>> = {
  '!!int': 'int',
  '!!float': 'float',
  '!!bool': 'bool',
  '!!timestamp': 'time',
}
