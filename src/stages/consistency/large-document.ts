import { say } from '../../core/message.ts'
import { HOLE, Opaque } from '../../core/opaque.ts'
import type { Concern } from '../../core/concern.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { concernsOf, spotOf, type Rule } from './rule.ts'

/** Documents that are larger, as JSON, than what reads them likes. */
export function largeDocument(config: RuleConfig<'consistency/large-document'>): Rule {
  const { characters } = config.settings
  const concern = concernsOf('consistency/large-document', config)
  const concerns: Concern[] = []
  return {
    prepare: () => (subject, _facts, value) => {
      // What failed has its finding, and may be what made the rest grow.
      if (charactersLeft(value, characters) >= 0 || hasHole(value)) return
      const message = say`this document has more than ${characters} characters as JSON; split it`
      concerns.push(concern({ message, at: spotOf(subject, [], 'key') }))
    },
    concerns: () => concerns,
  }
}

/**
 * What is left of a number of characters once a value is written as JSON without spaces; below zero, and no longer
 * counted, where it does not suffice. Escapes count as one character, opaque leaves as none.
 */
function charactersLeft(value: Value, characters: number): number {
  if (typeof value === 'string') return characters - value.length - 2
  if (typeof value !== 'object' || value === null) return characters - String(value).length
  if (isList(value)) {
    // The brackets, less the comma that the last item does not have.
    let left = characters - (value.length === 0 ? 2 : 1)
    for (let i = 0; i < value.length && left >= 0; i++) left = charactersLeft(value[i] as Value, left - 1)
    return left
  }
  if (value instanceof Opaque) return characters
  let left = characters - 2
  let isFirst = true
  for (const key in value) {
    left = charactersLeft(value[key] as Value, left - key.length - (isFirst ? 3 : 4))
    if (left < 0) return left
    isFirst = false
  }
  return left
}

function hasHole(value: Value): boolean {
  if (isList(value)) return value.some(hasHole)
  return isMapping(value) ? Object.values(value).some(hasHole) : value === HOLE
}
