import { GlobSet, pathGlob } from '../../core/glob.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inBase } from '../../core/place.ts'
import { pointer } from '../../core/pointer.ts'
import type { SettledSchemaChange } from '../../core/schema-change.ts'
import type { DangerInput, FindDangers } from './input.ts'
import type { Danger } from './found.ts'

/** Schemas that ask less of documents than they did, or hide less. */
export const schemaWeakened: FindDangers<'danger/schema-weakened'> = (input, { keywords, files }) => {
  if (input.schemas === undefined) return notCompared(input, new GlobSet(files.map(pathGlob)))
  const guards = new Set(keywords)
  const dangers: Danger[] = []
  for (const { kind, changes } of input.schemas) {
    for (const change of changes) {
      const location = change.head ?? (change.base && inBase(change.base))
      if (location === undefined || !isWeaker(change, guards)) continue
      const isBoth = change.head !== undefined && change.base !== undefined
      const related = isBoth ? [{ message: BEFORE, location: inBase(change.base) }] : []
      dangers.push({ rule: 'danger/schema-weakened', message: messageOf(kind, change), location, related })
    }
  }
  return dangers
}

const BEFORE = say`the base says it here`

/** What accepts more, by a keyword that guards; what is not described or not secret any more. */
function isWeaker({ level, keyword, base, head }: SettledSchemaChange, guards: ReadonlySet<string>): boolean {
  const isGone = base !== undefined && head === undefined
  if (keyword === '') return isGone
  if (keyword === 'x-secret') return isGone && guards.has(keyword)
  return level === 'minor' && guards.has(keyword)
}

function messageOf(kind: string, { message, pointers: [first, ...others], conditional }: SettledSchemaChange): Message {
  const at = first === undefined || first.length === 0 ? say`` : say` ${pointer(first)}`
  const more = others.length === 0 ? say`` : say` and ${others.length} more`
  const when = conditional === true ? say` in some cases` : say``
  return say`the schema of ${name(kind)}${at}${more}${when}: ${message}`
}

/** Without a comparison all that can be told is which files are not the same. */
function notCompared({ files }: DangerInput, schemas: GlobSet): readonly Danger[] {
  return files.filter(({ path, kind }) => kind !== 'added' && schemas.matches(path.split('/'))).map(({ path, kind }) => {
    const what = kind === 'removed' ? say`this schema is gone` : say`this schema changes, and what that means was not compared`
    return { rule: 'danger/schema-weakened', message: what, location: kind === 'removed' ? inBase({ file: path }) : { file: path } }
  })
}
