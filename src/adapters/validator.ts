import { lazily } from '../core/lazy.ts'
import { CLEAN, type Validator } from '../core/validation.ts'
import { accepts } from './ajv/accept.ts'

/**
 * Validates: what is certainly valid is told at once, for everything else ajv is loaded when it is first needed.
 *
 * @throws NotLoaded from `validate`, once, where ajv is needed
 */
export function createValidator(): Validator {
  const ajv = lazily(async () => (await import('./ajv/validator.ts')).createValidator())
  return { validate: (schema, value) => (accepts(schema, value) ? CLEAN : ajv().validate(schema, value)) }
}
