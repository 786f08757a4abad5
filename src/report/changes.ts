import { shadowedEditMessage, type Change, type ShadowedEdit, type Side } from '../core/change.ts'
import { escapeControls } from '../core/message.ts'
import { pointer } from '../core/pointer.ts'
import type { CompareResult, DiffResult } from '../core/results.ts'
import { showLocation } from '../core/place.ts'
import { encryptedFilesText } from './encrypted-files.ts'
import { sameEdits } from './same-edits.ts'
import { showSnapshot, showValue } from './show.ts'
import type { Style } from './style.ts'
import { names } from './terminal.ts'
import { plural } from './verdict.ts'

const SIGN = { added: '+', removed: '-', changed: '~' } as const
const LOOK = { added: 'green', removed: 'red', changed: 'yellow' } as const

/** Changes by document; the same change in many environments is one line that names them. */
export function diffText(result: DiffResult, style: Style): string {
  const { changes, shadowed, encryptedFiles, environmentsAdded, environmentsRemoved } = result
  let text = ''
  for (const name of environmentsAdded) text += style('green', `+ environment ${escapeControls(name)}`) + '\n'
  for (const name of environmentsRemoved) text += style('red', `- environment ${escapeControls(name)}`) + '\n'
  text += changesText(changes, style)
  if (shadowed.length > 0) text += `${style('bold', 'edits without effect')}\n` + sameEdits(shadowed).map(shadowedText).join('')
  text += encryptedFilesText(encryptedFiles, style)
  return `${text}${diffSummary(result)}\n`
}

/** `3 changes in 2 documents, 1 edit without effect (abc → def)`. */
export function diffSummary(result: DiffResult): string {
  const { changes, shadowed, encryptedFiles, base, head, compared, baseErrors } = result
  const documents = new Set(changes.map(({ document }) => document)).size
  const range = `${showSnapshot(base)} → ${showSnapshot(head)}`
  const what = changes.length === 0 ? 'no effective change' : `${plural(changes.length, 'change')} in ${plural(documents, 'document')}`
  const without = shadowed.length === 0 ? '' : `, ${plural(sameEdits(shadowed).length, 'edit')} without effect`
  const others = encryptedFiles.length === 0 ? '' : `, ${plural(encryptedFiles.length, 'encrypted file')} with other recipients`
  const errors = baseErrors === 0 ? '' : `; the base has ${plural(baseErrors, 'error')}`
  return `${what}${without}${others} (${range}; ${plural(compared, 'document')} compared${errors})`
}

export function compareText(result: CompareResult, style: Style): string {
  const { changes, left, right, compared } = result
  const documents = new Set(changes.map(({ document }) => document)).size
  const what =
    changes.length === 0
      ? `${escapeControls(left)} and ${escapeControls(right)} do not differ`
      : `${plural(changes.length, 'change')} in ${plural(documents, 'document')} from ${escapeControls(left)} to ${escapeControls(right)}`
  return `${changesText(changes.map((change) => ({ ...change, environments: [] })), style)}${what} (${plural(compared, 'document')} compared)\n`
}

function changesText(changes: readonly Change[], style: Style): string {
  let text = ''
  let document: string | undefined
  for (const change of changes) {
    if (change.document !== document) text += style('bold', escapeControls(change.document)) + '\n'
    document = change.document
    text += changeText(change, style)
  }
  return text
}

function changeText(change: Change, style: Style): string {
  const { kind, before, after, environments, reload } = change
  const at = change.whole === true ? wholeText(change) : pointerText(change)
  const values = change.whole === true ? '' : `: ${valuesText(change)}`
  const where = environments.length === 0 ? '' : `  ${style('dim', `in ${names(environments)}`)}`
  const cost = reload === undefined ? '' : style('dim', ` (${reload})`)
  return `  ${style(LOOK[kind], `${SIGN[kind]} ${at}`)}${values}${cost}${where}\n${originsText(before, after, style)}`
}

/** What becomes of a document as a whole. */
function wholeText({ kind, renamed, edited }: Change): string {
  if (renamed === undefined) return 'the whole document'
  const also = edited === true ? ', and changed' : ''
  return `renamed ${kind === 'removed' ? 'to' : 'from'} ${escapeControls(renamed)}${also}`
}

/** Where the value stands; both pointers where an item of a list has moved. */
export function pointerText({ tokens, beforeTokens }: Change): string {
  const [before, now] = [beforeTokens, tokens].map((one) => one && (one.length === 0 ? 'its value' : pointer(one)))
  return escapeControls(before === undefined ? (now ?? '') : `${before} → ${now ?? ''}`)
}

/** Old and new value as people read them; of what is under `x-secret` only that it changed. */
export function valuesText({ before, after, secret, resealed }: Change): string {
  if (resealed === true) return '(encrypted differently: only a key tells whether it is another value)'
  if (secret === true) return '(secret)'
  if (before === undefined) return showValue(after?.value)
  return after === undefined ? showValue(before.value) : `${showValue(before.value)} → ${showValue(after.value)}`
}

function originsText(before: Side | undefined, after: Side | undefined, style: Style): string {
  const [old, now] = [originText(before), originText(after)]
  const origin = old !== undefined && now !== undefined && old !== now ? `${now} (before: ${old})` : (now ?? old)
  return origin === undefined ? '' : `      ${style('dim', origin)}\n`
}

/** Where a side's value was set; through which reference, if through one. */
export function originText(side: Side | undefined): string | undefined {
  if (side?.location === undefined) return undefined
  if (side.via === undefined) return showLocation(side.location) + (side.byDefault === true ? ' (default)' : '')
  return `through ${names(side.targets ?? [])} at ${showLocation(side.via)}`
}

/** One edit, and why it is without effect where it is. */
function shadowedText(same: readonly ShadowedEdit[]): string {
  const [first] = same
  if (first === undefined) return ''
  const at = `${escapeControls(first.document)} ${escapeControls(pointer(first.tokens))}`
  return `  ${at} at ${showLocation(first.edit)}\n${same.map((edit) => `      ${shadowedEditMessage(edit)}\n`).join('')}`
}
