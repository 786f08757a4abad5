import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import type { Place } from '../../core/place.ts'
import { ageRecipientsOf, type CreationRule } from '../../core/sops/creation-rules.ts'
import { fieldPlace, type SealedFile } from '../../core/sops/sealed-file.ts'
import type { Selector } from '../../core/sops/select.ts'
import { selectSame } from './same-selector.ts'

/** What of the rule is compared besides its recipients. */
export interface RuleRun {
  readonly rule: CreationRule
  /** The path of the rules. */
  readonly rules: string
  readonly report: Report
  /** Whether a value in clear has told already that the selector is another. */
  readonly isSelectorTold: boolean
}

/**
 * Reports where a file was encrypted otherwise than its rule says now: what of it is encrypted, what its MAC covers,
 * and how its recipients are grouped. An encrypted file keeps all of these from the day that it was made, so that a
 * value which the rule would encrypt is written into it in clear. Selectors that could differ for keys which are not
 * there yet are told, too; those that are the same in other words are not.
 */
export function checkRule(file: SealedFile, run: RuleRun): void {
  const { metadata } = file
  const { rule, rules } = run
  // A file of SOPS's binary format is one value.
  if (file.format !== 'binary') {
    if (!run.isSelectorTold && !selectSame(metadata.selector, rule.selector)) {
      const message = say`${said(metadata.selector)} says what of this file is encrypted, and ${said(rule.selector)} of ${name(rules)} something else: decrypt it, and encrypt it anew`
      tell(file, metadata.selector.kind, message, rule.selectorPlace, run)
    }
    if (metadata.macOnlyEncrypted !== rule.macOnlyEncrypted) {
      const [is, should] = [covered(metadata.macOnlyEncrypted), covered(rule.macOnlyEncrypted)]
      const message = say`the MAC of this file covers ${is}, and that of its rule in ${name(rules)} ${should}: decrypt it, and encrypt it anew`
      tell(file, 'mac_only_encrypted', message, rule.place, run)
    }
  }
  if (!isGroupedAlike(file, rule)) {
    const message = say`the key groups of this file, or how many of them it takes, are not those of ${name(rules)}: run ${name('cairn secrets update-recipients')}`
    tell(file, 'key_groups', message, rule.keysPlace, run)
  }
}

function tell(file: SealedFile, field: string, message: Message, place: Place, { report }: RuleRun): void {
  const related = [{ message: say`this rule says so`, place }]
  report(finding('secret/unlike-rule', fieldPlace(file, field), message, { related }))
}

const said = ({ kind, pattern }: Selector): Message => say`${name(kind)} ${name(pattern)}`
const covered = (isEncryptedOnly: boolean): Message => (isEncryptedOnly ? say`encrypted values alone` : say`all values`)

/** Whether the same recipients are in the same groups; others than those of the rule are told by themselves. */
function isGroupedAlike({ metadata: { groups, threshold } }: SealedFile, rule: CreationRule): boolean {
  const are = groups.map(({ keys }) => setOf(keys.flatMap((key) => (key.type === 'age' ? [key.name] : []))))
  const should = ageRecipientsOf(rule).map(setOf)
  if (setOf(are.flat()).join() !== setOf(should.flat()).join()) return true
  if (are.length !== should.length || are.some((group, i) => group.join() !== should[i]?.join())) return false
  return are.length < 2 || threshold === rule.threshold
}

const setOf = (recipients: readonly string[]): readonly string[] => [...new Set(recipients)].sort()
