import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { RegExpPort } from '../../core/schema/types.ts'
import { rewrite, type SopsLeaf, type Visit } from '../../core/sops/document.ts'
import { ENVELOPE_START } from '../../core/sops/envelope.ts'
import { isValidSelector, Selection, type Selector } from '../../core/sops/select.ts'
import type { RuleId } from '../../core/rules.ts'
import { fieldPlace, type SealedFile } from '../../core/sops/sealed-file.ts'

export interface LeavesRun {
  readonly regexp: RegExpPort
  readonly report: Report
  /** What the rule for the file selects, and the file that says so. */
  readonly wanted?: Selector
  readonly rules?: string
}

/** Findings of a kind in one file that are told. */
const MOST_TOLD = 20

/** Says which values stand in clear and should not, and which are sealed and will not be opened. */
export function checkLeaves(file: SealedFile, run: LeavesRun): void {
  const { selector } = file.metadata
  const leaves = leavesOf(file, run)
  if (leaves.length > 0 && !leaves.some(({ own }) => own)) {
    const message = say`${said(selector)} selects no value of this file: what is written into it stays in clear`
    run.report(finding('secret/selects-nothing', fieldPlace(file, selector.kind), message))
    return
  }
  const tell = teller(file, run.report)
  for (const { leaf, isSealed, own, wanted } of leaves) {
    if (isSealed && !own) {
      tell('secret/never-opened', leaf, say`this value is encrypted, but ${said(selector)} of this file does not select it: nobody will decrypt it`)
    } else if (!isSealed && own) {
      tell('secret/in-clear', leaf, say`this value stands in clear, and ${said(selector)} of this file says that it is encrypted; change it if it was ever pushed, and encrypt it`)
    } else if (!isSealed && wanted) {
      const rules = say`${run.wanted === undefined ? say`` : said(run.wanted)} of ${name(run.rules ?? '')}`
      tell('secret/in-clear', leaf, say`this value stands in clear, and ${rules} says that it is encrypted, other than ${said(selector)} of this file`)
    }
  }
}

/**
 * The values in clear that a selector selects and that of the file leaves out.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export function leftOut(file: SealedFile, selector: Selector, regexp: RegExpPort): readonly SopsLeaf[] {
  if (![selector, file.metadata.selector].every((one) => isValidSelector(one, regexp))) return []
  const leaves = leavesOf(file, { regexp, wanted: selector })
  return leaves.filter(({ isSealed, own, wanted }) => wanted && !own && !isSealed).map(({ leaf }) => leaf)
}

const said = ({ kind, pattern }: Selector): Message => say`${name(kind)} ${name(pattern)}`

type Tell = (rule: RuleId, leaf: SopsLeaf, message: Message) => void

function teller({ source }: SealedFile, report: Report): Tell {
  const told = new Map<RuleId, number>()
  return (rule, { start, end }, message) => {
    const count = (told.get(rule) ?? 0) + 1
    told.set(rule, count)
    if (count > MOST_TOLD) return
    report(finding(rule, inSpan(source, start, end), count < MOST_TOLD ? message : say`${message} (and more in this file)`))
  }
}

interface Looked {
  readonly leaf: SopsLeaf
  readonly isSealed: boolean
  /** Whether the file's own selector selects it, and whether that of the rule does. */
  readonly own: boolean
  readonly wanted: boolean
}

/** The values that can be encrypted: null and empty texts never are. */
function leavesOf({ documents, metadata }: SealedFile, { regexp, wanted }: Pick<LeavesRun, 'regexp' | 'wanted'>): readonly Looked[] {
  const leaves: Looked[] = []
  const selectors = [metadata.selector, ...(wanted === undefined ? [] : [wanted])]
  const selections = selectors.map((selector) => new Selection(selector, regexp))
  const each = (step: 'enter' | 'leave' | 'after') => () => { for (const selection of selections) selection[step]() }
  rewrite(documents, {
    visit: (at: Visit) => {
      const [own = false, also = false] = selections.map((selection) => selection.selects(at))
      const { item } = at
      if (item.kind === 'leaf' && item.value !== null && 'text' in item.value && item.value.text !== '') {
        const isSealed = item.value.type === 'str' && item.value.text.startsWith(ENVELOPE_START)
        leaves.push({ leaf: item, isSealed, own, wanted: also })
      }
      return undefined
    },
    enter: each('enter'),
    leave: each('leave'),
    after: each('after'),
  })
  return leaves
}
