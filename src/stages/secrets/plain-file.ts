import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { RegExpPort } from '../../core/schema/types.ts'
import type { CreationRule } from '../../core/sops/creation-rules.ts'
import { rewrite, type SopsDocument, type SopsLeaf } from '../../core/sops/document.ts'
import { ENVELOPE_START } from '../../core/sops/envelope.ts'
import { isValidSelector, Selection } from '../../core/sops/select.ts'
import type { Source } from '../../core/source.ts'

/** Files that are never encrypted: a rule that matches them says how files are encrypted, and not which. */
const NEVER_ENCRYPTED = ['cairn.yaml', '.sops.yaml', 'environments/production/environment.yaml', 'README.md']

/**
 * Whether all that a rule matches has to be encrypted: where its expression is about some paths. One like `\.yaml$`
 * only says how.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export function asksForEncryption({ pathRegex }: CreationRule, regexp: RegExpPort): boolean {
  return pathRegex !== undefined && !NEVER_ENCRYPTED.some((path) => regexp.test(pathRegex, path) === true)
}

export interface PlainFile {
  readonly source: Source
  /** In SOPS's terms. */
  readonly documents: readonly SopsDocument[]
  readonly rule: CreationRule
  /** The path of the rules. */
  readonly rules: string
  /** Whether a protected environment has it. */
  readonly protected: boolean
}

/** Reports a file in clear of which a rule would have values encrypted, at the first of them. */
export function checkPlainFile(file: PlainFile, run: { readonly regexp: RegExpPort; readonly report: Report }): void {
  const { source, rule, rules } = file
  const { regexp, report } = run
  if (!isValidSelector(rule.selector, regexp)) return
  const selected = selectedLeaves(file, regexp)
  const [first] = selected
  if (first === undefined) return
  const count = selected.length === 1 ? say`a value` : say`${selected.length} values`
  const message = say`${name(rules)} says that ${count} of this file ${selected.length === 1 ? say`is` : say`are`} encrypted, and the file is not: run ${name('cairn secrets encrypt')}, and change what was ever pushed`
  const related = [{ message: say`this rule says so`, place: rule.place }]
  const severity = file.protected ? 'error' : 'warning'
  report(finding('secret/plain-file', inSpan(source, first.start, first.end), message, { severity, related }))
}

function selectedLeaves({ documents, rule }: PlainFile, regexp: RegExpPort): readonly SopsLeaf[] {
  const leaves: SopsLeaf[] = []
  const selection = new Selection(rule.selector, regexp)
  rewrite(documents, {
    visit: (at) => {
      const { item } = at
      const isSelected = selection.selects(at)
      if (!isSelected || item.kind !== 'leaf' || item.value === null || !('text' in item.value)) return undefined
      const { type, text } = item.value
      // An envelope without metadata has a finding of its own.
      if (text !== '' && !(type === 'str' && text.startsWith(ENVELOPE_START))) leaves.push(item)
      return undefined
    },
    enter: () => selection.enter(),
    leave: () => selection.leave(),
    after: () => selection.after(),
  })
  return leaves
}
