import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import { HOLE, Sealed, Unresolved, type SealedType } from '../../src/core/opaque.ts'
import type { Value } from '../../src/core/value.ts'
import type { RawIssue } from '../../src/core/validation.ts'
import { documents, values } from './arbitraries.ts'
import { schemaOf, told } from './schemas.ts'

const validator = createValidator()
/** The value with some of its leaves sealed, as a file that is encrypted in part has them. */
function sealed(of: Value, choose: () => number): Value {
  if (typeof of === 'object' && of !== null) {
    if (choose() > 0.95) return new Unresolved()
    if (Array.isArray(of)) return (of as readonly Value[]).map((item) => sealed(item, choose))
    return Object.fromEntries(Object.entries(of).map(([key, item]) => [key, sealed(item as Value, choose)]))
  }
  const chosen = choose()
  if (chosen < 0.6 || of === null) return of
  if (chosen > 0.9) return HOLE
  return new Sealed(typeOf(of), 'ENC[]')
}

function typeOf(value: Value): SealedType {
  if (typeof value === 'string') return 'str'
  return typeof value === 'boolean' ? 'bool' : Number.isInteger(value) ? 'int' : 'float'
}

/** Whether an undecided issue covers another: the same or anything at or below its pointer. */
const covers = (undecided: RawIssue, issue: RawIssue): boolean =>
  undecided.tokens.length <= issue.tokens.length && undecided.tokens.every((token, i) => issue.tokens[i] === token)

test('what is found without a key is a part of what is found with it, and the rest was announced', () => {
  let definite = 0
  let undecided = 0
  fc.assert(
    fc.property(documents, values, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (json, plain, stream) => {
      const root = schemaOf(json)
      const hidden = sealed(plain, () => stream.next().value as number)
      const withKey = validator.validate(root, plain)
      const without = validator.validate(root, hidden)
      fc.pre(!withKey.exhausted && !without.exhausted)
      definite += without.definite.length
      undecided += without.undecided.length
      const known = new Set(withKey.definite.map(told))
      expect(without.definite.map(told).filter((issue) => !known.has(issue))).toEqual([])
      const announced = (issue: RawIssue) =>
        without.definite.some((found) => told(found) === told(issue)) || without.undecided.some((open) => covers(open, issue))
      expect(withKey.definite.filter((issue) => !announced(issue)).map(told)).toEqual([])
    }),
    { numRuns: 1000 },
  )
  // The property must have had something to say.
  expect({ definite: definite > 200, undecided: undecided > 30 }).toEqual({ definite: true, undecided: true })
})
