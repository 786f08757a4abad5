import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { placeOfSchema, repeatedIds } from '../../core/schema/schemas.ts'
import type { Home } from '../../core/schema/types.ts'

/** Checks that no `$id` is that of another schema too, or the path of another file (`schema/ambiguous`). */
export function checkIds(home: Home, report: Report): void {
  for (const { node, first } of repeatedIds(home)) {
    const message = say`this "$id" leads to ${name(first.document.path)}, not here: give each schema one of its own`
    const related = [{ message: say`the schema that it leads to`, place: placeOfSchema(first, '$id') }]
    report(finding('schema/ambiguous', placeOfSchema(node, '$id'), message, { related }))
  }
}
