import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import { ageRecipientsOf, type CreationRule } from '../../core/sops/creation-rules.ts'
import type { SopsKey } from '../../core/sops/metadata.ts'
import { metadataPlace, type SealedFile } from '../../core/sops/sealed-file.ts'

/** Compares who can open a file with who should, and says who is in it twice. Keys of age alone. */
export function checkRecipients(file: SealedFile, rule: CreationRule | undefined, report: Report): void {
  const keys = file.metadata.groups.flatMap((group) => group.keys).filter(({ type }) => type === 'age')
  const first = new Map<string, SopsKey>()
  for (const key of keys) {
    const known = first.get(key.name)
    if (known === undefined) first.set(key.name, key)
    else {
      const related = [{ message: say`first named here`, place: placeOf(file, known) }]
      report(finding('secret/duplicate-recipient', placeOf(file, key), say`${name(key.name)} is a recipient twice`, { related }))
    }
  }
  if (rule !== undefined) compare(file, first, rule, report)
}

function compare(file: SealedFile, present: ReadonlyMap<string, SopsKey>, rule: CreationRule, report: Report): void {
  const wanted = new Set(ageRecipientsOf(rule).flat())
  const related = [{ message: say`this rule says who can`, place: rule.keysPlace }]
  for (const [recipient, key] of present) {
    if (wanted.has(recipient)) continue
    const message = say`${name(recipient)} can open this file, and should not: run ${name('cairn secrets update-recipients --revoke')}`
    report(finding('secret/extra-recipient', placeOf(file, key), message, { related }))
  }
  for (const recipient of wanted) {
    if (present.has(recipient)) continue
    const message = say`${name(recipient)} should be able to open this file, and cannot: run ${name('cairn secrets update-recipients')}`
    report(finding('secret/missing-recipient', metadataPlace(file), message, { related }))
  }
}

const placeOf = ({ source }: SealedFile, { start, end }: SopsKey) => inSpan(source, start, end)
