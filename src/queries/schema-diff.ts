import { compareText, type Collector } from '../core/collector.ts'
import { list, name, say } from '../core/message.ts'
import { locate } from '../core/place.ts'
import {
  higherLevel, type ChangeLevel, type KindSchemaDiff, type SchemaChange, type SchemaDiffResult,
  type SettledSchemaChange,
} from '../core/schema-change.ts'
import { Failure } from '../core/failure.ts'
import { didYouMean } from '../core/nearest.ts'
import { placeOfSchema } from '../core/schema/schemas.ts'
import type { KindSchema } from '../schemas.ts'
import { compareSchemas } from '../stages/schema-diff/compare.ts'
import { areSameFiles } from '../stages/schema-diff/same.ts'
import type { Workspace } from '../workspace.ts'
import { evidenceOf, type EvidenceInput } from './schema-evidence.ts'

export interface SchemaDiffInput extends EvidenceInput {
  /** The kinds that are asked about; all of them where none is named. */
  readonly kinds: readonly string[]
  /** For findings about structure and schemas, of the head and of the base. */
  readonly collectors: { readonly base: Collector; readonly head: Collector }
}

/**
 * Says what a change of the schemas means for documents, twice over: by what the schemas say, and by validating the
 * effective documents of both states against both schemas. The level is the higher of the two.
 */
export async function schemaDiff(input: SchemaDiffInput): Promise<SchemaDiffResult> {
  const { base, head, collectors } = input
  const kinds: KindSchemaDiff[] = []
  for (const kind of kindsOf(input)) {
    const found = await compareKind(kind, input)
    if (found !== undefined) kinds.push(found)
  }
  const level = kinds.reduce<ChangeLevel | undefined>((highest, one) => higherLevel(highest, one.level), undefined)
  return {
    base: base.snapshot.label,
    head: head.snapshot.label,
    ...(level === undefined ? {} : { level }),
    kinds,
    baseErrors: collectors.base.findings().filter(({ severity }) => severity === 'error').length,
    findings: collectors.head.findings(),
  }
}

/** What the schemas say differently, kind by kind; no document is looked at. */
export function schemaChanges(base: Workspace, head: Workspace): Pick<KindSchemaDiff, 'kind' | 'changes'>[] {
  const kinds: Pick<KindSchemaDiff, 'kind' | 'changes'>[] = []
  for (const kind of kindsOf({ base, head, kinds: [] })) {
    const [before, after] = [base, head].map(({ schemas }) => schemas.of(kind))
    if (before !== undefined && after !== undefined && areSameFiles(before.root, after.root)) continue
    kinds.push({ kind, changes: changesBetween(before, after).map(settled) })
  }
  return kinds
}

/** The kinds that are asked about, of those that have a schema on either side; else all but files that are parts. */
function kindsOf({ base, head, kinds }: Pick<SchemaDiffInput, 'base' | 'head' | 'kinds'>): readonly string[] {
  const all = [...new Set([...base.schemas.kinds, ...head.schemas.kinds])].sort(compareText)
  for (const wanted of kinds) {
    if (!all.includes(wanted)) throw new Failure('usage', say`the kind ${name(wanted)} has no schema on either side${didYouMean(wanted, all)}`)
  }
  if (kinds.length > 0) return [...new Set(kinds)].sort(compareText)
  return all.filter((kind) => [base, head].some((side) => isKind(kind, side)))
}

/** Whether it is more than a part of other schemas: there are documents of it, or nothing else refers to it. */
function isKind(kind: string, { schemas, config, discovery }: Workspace): boolean {
  const path = schemas.of(kind)?.root.document.path
  if (path === undefined) return false
  if (config.kinds.has(kind) || [...discovery.documents.values()].some(({ id }) => id.kind === kind)) return true
  return !schemas.kinds.some((other) => other !== kind && schemas.filesOf(other).includes(path))
}

/** `undefined` for a kind of which the schema stays as it is. */
async function compareKind(kind: string, input: SchemaDiffInput): Promise<KindSchemaDiff | undefined> {
  const [before, after] = [input.base, input.head].map(({ schemas }) => schemas.of(kind))
  if (before !== undefined && after !== undefined && areSameFiles(before.root, after.root)) return undefined
  const changes = changesBetween(before, after)
  const evidence = await evidenceOf(kind, input)
  const shown = evidence.broken.length > 0 ? 'major' : evidence.unreadable.length > 0 ? 'minor' : undefined
  const said = changes.reduce<ChangeLevel | undefined>((highest, one) => higherLevel(highest, one.level), undefined)
  const level = higherLevel(said, shown)
  return {
    kind,
    ...(level === undefined ? {} : { level }),
    schema: { ...(before && { base: before.root.document.path }), ...(after && { head: after.root.document.path }) },
    changes: changes.map(settled),
    ...evidence,
    advice: level === 'major' ? versionAdvice(kind, input) : [],
  }
}

function changesBetween(before: KindSchema | undefined, after: KindSchema | undefined): readonly SchemaChange[] {
  const unusable = [before, after].filter((schema) => schema?.usable === false)
  if (unusable.length === 0) return compareSchemas(before?.root, after?.root)
  const sides = list([...(before?.usable === false ? [say`before`] : []), ...(after?.usable === false ? [say`after`] : [])])
  return [{
    level: 'major',
    keyword: '',
    message: say`the schema cannot be used as it is ${sides}, so the two are not compared: taken for the worst`,
    ...(before && { base: placeOfSchema(before.root) }),
    ...(after && { head: placeOfSchema(after.root) }),
    pointers: [[]],
  }]
}

function settled({ base, head, ...change }: SchemaChange): SettledSchemaChange {
  return { ...change, ...(base && { base: locate(base) }), ...(head && { head: locate(head) }) }
}

/** A version that is given is for consumers to tell the shape of documents by. */
function versionAdvice(kind: string, { base, head }: SchemaDiffInput): KindSchemaDiff['advice'] {
  const [before, after] = [base, head].map(({ config }) => config.kinds.get(kind))
  if (after?.version === undefined || before?.version !== after.version) return []
  const message = say`${name(kind)} keeps version ${after.version} though its schema changes in a way that may break documents: raise it to ${after.version + 1}`
  return [{ message, location: locate(after.place) }]
}
