import type { SchemaNode } from '../../core/schema/node.ts'
import type { Home } from '../../core/schema/types.ts'
import { CLEAN, type ValidationOutcome, type Validator } from '../../core/validation.ts'
import type { Value } from '../../core/value.ts'
import { Engine } from './engine.ts'
import { deprecations, issuesOf, without } from './issues.ts'
import { withStandIns } from './stand-ins.ts'

const EXHAUSTED: ValidationOutcome = { ...CLEAN, exhausted: true }

/**
 * Validates by ajv. A schema is compiled when it is first asked for. A value with opaque leaves is shown to two copies
 * of the schema, of which one allows what might be valid and the other only what is valid in any case.
 */
export function createValidator(): Validator {
  const engines = new WeakMap<Home, Engine>()
  return {
    validate: (schema, value) => {
      let engine = engines.get(schema.home)
      if (engine === undefined) engines.set(schema.home, (engine = new Engine(schema.home)))
      const seen = withStandIns(value)
      return seen === value ? validateKnown(engine, schema, value) : validateAware(engine, schema, seen)
    },
  }
}

function validateKnown(engine: Engine, schema: SchemaNode, value: Value): ValidationOutcome {
  const answer = engine.run(schema, 'plain', value)
  if (answer === undefined) return EXHAUSTED
  if (answer.valid && answer.notes.length === 0) return CLEAN
  return { ...CLEAN, definite: issuesOf(answer.errors, engine.origins), deprecated: deprecations(answer.notes) }
}

function validateAware(engine: Engine, schema: SchemaNode, seen: unknown): ValidationOutcome {
  const strict = engine.run(schema, 'must', seen)
  if (strict === undefined) return EXHAUSTED
  const deprecated = deprecations(strict.notes)
  if (strict.valid) return deprecated.length === 0 ? CLEAN : { ...CLEAN, deprecated }
  const lenient = engine.run(schema, 'may', seen)
  if (lenient === undefined) return EXHAUSTED
  const definite = issuesOf(lenient.errors, engine.origins)
  const undecided = without(issuesOf(strict.errors, engine.origins), definite)
  return { definite, undecided, deprecated, exhausted: false }
}
