import { list, name, say, type Message } from '../../core/message.ts'
import { tokensOf } from '../../core/pointer.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { resolve } from '../../core/schema/schemas.ts'
import { isList } from '../../core/value.ts'
import { saidBySchema, typeNouns } from './words.ts'

/** What a person would call a branch of a union: its title, its tag, its definition, the keys that it asks for. */
export function branchName(branch: SchemaNode): Message | undefined {
  const title = titleOf(branch)
  if (title !== undefined) return title
  const reference = branch.keyword('$ref')
  if (typeof reference === 'string') {
    const target = resolve(branch, reference).node
    return (target && titleOf(target)) ?? say`${name(lastOf(reference))}`
  }
  for (const [key, property] of heldBy(branch, 'properties')) {
    const tag = property.keyword('const')
    if (tag !== undefined) return say`${name(key)} ${saidBySchema(tag)}`
  }
  const required = branch.keyword('required')
  const keys = isList(required) ? required.filter((key) => typeof key === 'string') : []
  if (keys.length > 0) return say`one with ${list(keys.slice(0, 4).map(name))}`
  const type = branch.keyword('type')
  return type === undefined ? undefined : typeNouns(isList(type) ? type : [type])
}

function titleOf(node: SchemaNode): Message | undefined {
  const title = node.keyword('title')
  return typeof title === 'string' && title !== '' ? say`${name(title)}` : undefined
}

/** The last name in a reference: of `common.yaml#/$defs/port`, `port`. */
function lastOf(reference: string): string {
  const [file = '', fragment = ''] = reference.split('#')
  return tokensOf(fragment)?.at(-1) ?? (fragment === '' ? (file.split('/').at(-1) ?? file) : fragment)
}
