import type { Change } from '../../core/change.ts'
import { parseDocumentKey } from '../../core/document.ts'
import { say } from '../../core/message.ts'
import { Opaque } from '../../core/opaque.ts'
import { isSecretAt } from '../../core/schema/schemas.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { changedValues } from './changed-values.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { dangerAt, subjectOf, type ChangedValue, type Danger } from './found.ts'

/** Values that nobody could read before, and everybody can now. */
export const becamePlain: FindDangers<'danger/became-plain'> = (input) => {
  const dangers: Danger[] = []
  for (const value of changedValues(input)) {
    const { before, after, change } = value
    // A default is the schema's: nobody wrote down what was hidden.
    if (before === undefined || after === undefined || change.after?.byDefault === true || !holdsPlain(after)) continue
    const hidden = hiddenIn(before)
    // What comes through a reference became plain at its target, where it is told.
    if (hidden !== undefined && !followsSame(change)) dangers.push(dangerAt('danger/became-plain', value, was(value, hidden)))
    else if (hidden === undefined && isNoLongerSecret(value, input)) {
      const message = say`${subjectOf(value)} was a secret by its schema, and is none now`
      dangers.push(dangerAt('danger/became-plain', value, message))
    }
  }
  return dangers
}

/** Whether both sides come through the same references; through others something else is read. */
function followsSame({ before, after }: Change): boolean {
  if (before?.via === undefined || after?.via === undefined) return false
  const [was, is] = [before.targets ?? [], after.targets ?? []]
  return was.length === is.length && was.every((target, i) => target === is[i])
}

function was(value: ChangedValue, { opaque }: Opaque) {
  if (opaque === 'unresolved') return say`${subjectOf(value)} was made of something encrypted, and is plain text now`
  return say`${subjectOf(value)} was encrypted, and is plain text now`
}

/** Something in a value that cannot be read. */
function hiddenIn(value: Value): Opaque | undefined {
  if (value instanceof Opaque) return HIDDEN.has(value.opaque) ? value : undefined
  for (const one of childrenOf(value)) {
    const hidden = hiddenIn(one)
    if (hidden !== undefined) return hidden
  }
  return undefined
}

const HIDDEN: ReadonlySet<Opaque['opaque']> = new Set(['sealed', 'secret', 'unresolved'])

/** Whether a value can be read, or something in it. */
function holdsPlain(value: Value): boolean {
  if (value === null || value instanceof Opaque) return false
  return isList(value) || isMapping(value) ? childrenOf(value).some(holdsPlain) : true
}

function childrenOf(value: Value): readonly Value[] {
  if (isList(value)) return value
  return isMapping(value) ? Object.values(value) : []
}

function isNoLongerSecret(value: ChangedValue, { base, head }: DangerInput): boolean {
  const { change, tokens, beforeTokens, before, documentBefore = change.document } = value
  if (change.secret !== true || before === null) return false
  const kindOf = (document: string): string => parseDocumentKey(document)?.kind ?? ''
  const [old, now] = [base.schemaOf(kindOf(documentBefore)), head.schemaOf(kindOf(change.document))]
  if (old === undefined || !isSecretAt(old, beforeTokens)) return false
  return now === undefined || !isSecretAt(now, tokens)
}
