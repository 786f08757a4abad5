import { finding, type Report } from '../../core/finding.ts'
import { list, name, say } from '../../core/message.ts'
import type { RegExpPort } from '../../core/schema/types.ts'
import type { CreationRule } from '../../core/sops/creation-rules.ts'
import { parseEnvelope } from '../../core/sops/envelope.ts'
import { isValidSelector } from '../../core/sops/select.ts'
import { checkAge, type Due } from './check-age.ts'
import { checkLeaves } from './check-leaves.ts'
import { checkRecipients } from './check-recipients.ts'
import { checkRule } from './check-rule.ts'
import { fieldPlace, metadataPlace, type SealedFile } from '../../core/sops/sealed-file.ts'

export interface SealedRun {
  /** RE2 as Go has it. */
  readonly regexp: RegExpPort
  readonly report: Report
  /** What `.sops.yaml` says of the file: its rule, or that none covers it. Absent where there is no such file. */
  readonly expected?: { readonly rules: string; readonly rule: CreationRule | undefined }
  /** The day it is, `2027-01-31`, and after how many days a file is due. Absent: no file is. */
  readonly due?: Due
}

/**
 * Checks an encrypted file as far as that takes no key: every value that should be sealed is, and no other; it has a
 * MAC; who can open it is who should; it is not older than it may be. Damaged envelopes are the parser's business.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export function checkSealed(file: SealedFile, run: SealedRun): void {
  const { regexp, report, expected } = run
  const { metadata } = file
  const rule = expected?.rule
  let isSelectorTold = false
  if (isValidSelector(metadata.selector, regexp)) {
    // A rule with a selector that is none was reported with the rules.
    const wanted = rule !== undefined && isValidSelector(rule.selector, regexp) ? rule.selector : undefined
    const watched: Report = (found) => {
      isSelectorTold ||= found.rule === 'secret/in-clear' || found.rule === 'secret/selects-nothing'
      report(found)
    }
    checkLeaves(file, { regexp, report: watched, ...(wanted && { wanted, rules: expected?.rules ?? '' }) })
  } else {
    const message = say`this ${name(metadata.selector.kind)} is no expression of RE2: SOPS takes it for one that matches nothing, in silence`
    report(finding('secret/bad-selector', fieldPlace(file, metadata.selector.kind), message))
  }
  checkMac(file, report)
  if (expected !== undefined && rule === undefined) {
    const message = say`no rule of ${name(expected.rules)} covers this file: nobody says who is to open it`
    report(finding('secret/no-rule', metadataPlace(file), message))
  }
  checkRecipients(file, rule, report)
  if (rule !== undefined) checkRule(file, { rule, rules: expected?.rules ?? '', report, isSelectorTold })
  checkOpenable(file, report)
  if (run.due !== undefined) checkAge(file, run.due, report)
}

function checkMac(file: SealedFile, report: Report): void {
  const { mac } = file.metadata
  if (mac !== undefined && parseEnvelope(mac) !== undefined) return
  const what = mac === undefined ? say`this file has no MAC` : say`this is no MAC`
  const message = say`${what}: nobody can tell whether values were changed, and SOPS does not open it`
  report(finding('secret/no-mac', fieldPlace(file, 'mac'), message))
}

/** Keys of other types than age may open a file: not here. */
function checkOpenable(file: SealedFile, report: Report): void {
  const { groups, threshold } = file.metadata
  if (groups.filter(({ keys }) => keys.some(({ type }) => type === 'age')).length >= threshold) return
  const types = [...new Set(groups.flatMap(({ keys }) => keys.map(({ type }) => type)))].filter((type) => type !== 'age')
  const message = say`this run cannot open this file with any key: it is encrypted for ${list(types.map(name))}, and Cairn opens what is encrypted for age`
  report(finding('secret/other-keys', metadataPlace(file), message))
}
