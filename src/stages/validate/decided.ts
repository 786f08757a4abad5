import type { Linked } from '../../core/effective.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import type { RawIssue, Validator } from '../../core/validation.ts'
import { Subject } from './subject.ts'
import { tellAll } from './tell-all.ts'
import { Telling } from './telling.ts'
import type { ValidateRun } from './validate.ts'

/** Asks no schema anything: what is told of unions and conditions is told in general words. */
const SILENT: Validator = { validate: () => ({ definite: [], undecided: [], deprecated: [], exhausted: true }) }

/**
 * Reports what a key has shown to be wrong with a document, as it would be of values in clear; no message shows one.
 * Runs no code that was made of a schema.
 *
 * @param linked with secrets in the places of sealed leaves
 */
export function tellDecided(
  linked: Linked,
  issues: readonly RawIssue[],
  { root, report, provenance }: Omit<ValidateRun, 'validator'> & { readonly root: SchemaNode },
): void {
  const subject = new Subject(linked, root, provenance ?? {})
  tellAll(new Telling(subject, SILENT).problems(issues), subject, report)
}
