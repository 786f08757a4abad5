import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { CreationRule, RuleKey } from '../../core/sops/creation-rules.ts'
import { isKeyType } from '../../core/sops/metadata-fields.ts'
import type { SopsKey } from '../../core/sops/metadata.ts'
import { metadataPlace, type SealedFile } from '../../core/sops/sealed-file.ts'
import { keyOf } from '../../core/sops/sealed-change.ts'

/**
 * Compares who can open a file with who should, and says who is in it twice. Keys of all types that SOPS has, each by
 * its type and name.
 */
export function checkRecipients(file: SealedFile, rule: CreationRule | undefined, report: Report): void {
  const keys = file.metadata.groups.flatMap((group) => group.keys).filter(({ type }) => isKeyType(type))
  const first = new Map<string, SopsKey>()
  for (const key of keys) {
    const known = first.get(keyOf(key))
    if (known === undefined) first.set(keyOf(key), key)
    else {
      const related = [{ message: say`first named here`, place: placeOf(file, known) }]
      report(finding('secret/duplicate-recipient', placeOf(file, key), say`${called(key)} is a recipient twice`, { related }))
    }
  }
  if (rule !== undefined) compare(file, first, rule, report)
}

function compare(file: SealedFile, present: ReadonlyMap<string, SopsKey>, rule: CreationRule, report: Report): void {
  const wanted = new Map(rule.groups.flat().map((key) => [keyOf(key), key]))
  const related = [{ message: say`this rule says who can`, place: rule.keysPlace }]
  for (const [id, key] of present) {
    if (wanted.has(id)) continue
    const next = key.type === 'age' ? say`run ${name('cairn secrets update-recipients --revoke')}` : BY_SOPS
    const message = say`${called(key)} can open this file, and should not: ${next}`
    report(finding('secret/extra-recipient', placeOf(file, key), message, { related }))
  }
  for (const [id, key] of wanted) {
    if (present.has(id)) continue
    const next = key.type === 'age' ? say`run ${name('cairn secrets update-recipients')}` : BY_SOPS
    const message = say`${called(key)} should be able to open this file, and cannot: ${next}`
    report(finding('secret/missing-recipient', metadataPlace(file), message, { related }))
  }
}

/** Cairn cannot give the data key to other keys than those of age. */
const BY_SOPS = say`run ${name('sops updatekeys')}, and ${name('sops rotate')} where somebody is to lose access`

function called({ type, name: key }: SopsKey | RuleKey): Message {
  if (type === 'age') return say`${name(key)}`
  return key === '' ? say`a key of ${name(type)} that does not say which` : say`the key ${name(key)} of ${name(type)}`
}

const placeOf = ({ source }: SealedFile, { start, end }: SopsKey) => inSpan(source, start, end)
