import { escapeControls } from '../../core/message.ts'
import type { Pointer } from '../../core/pointer.ts'
import type { Style } from '../style.ts'
import { plural } from '../verdict.ts'

/** What is to be done to files, as the queries plan it. */
interface PrintedPlan {
  readonly steps: readonly {
    readonly path: string
    readonly groups: readonly (readonly string[])[]
    readonly threshold: number
    readonly added: readonly string[]
    readonly removed: readonly string[]
    readonly regrouped: boolean
    readonly dataKey: 'kept' | 'new'
    readonly exposed: readonly Pointer[]
  }[]
  readonly refused: readonly {
    readonly path: string
    readonly reason?: string
    readonly problems: readonly { readonly kind: string }[]
  }[]
  readonly unchanged: readonly string[]
}

/** A plan as data: what the steps were made from is left out. */
export function planJson({ steps, refused, unchanged }: PrintedPlan): unknown {
  return {
    steps: steps.map(({ path, groups, threshold, added, removed, regrouped, dataKey, exposed }) => ({
      path, dataKey, added, removed, regrouped, groups, threshold, exposed,
    })),
    refused: refused.map(({ path, reason, problems }) => ({
      path, ...(reason === undefined ? {} : { reason }), problems: problems.map(({ kind }) => kind),
    })),
    unchanged,
  }
}

/** One file a block: what changes of it, and what has to be changed elsewhere because of that. */
export function planText(
  { steps, unchanged }: PrintedPlan,
  aliases: ReadonlyMap<string, string>,
  style: Style,
): string {
  const called = (recipient: string) => showRecipient(recipient, aliases)
  let text = ''
  for (const { path, added, removed, regrouped, dataKey, exposed } of steps) {
    text += `${style('bold', escapeControls(path))}${dataKey === 'new' ? '  new data key' : ''}\n`
    for (const recipient of added) text += style('green', `  + ${called(recipient)}`) + '\n'
    for (const recipient of removed) text += style('red', `  - ${called(recipient)}`) + '\n'
    if (regrouped && added.length + removed.length === 0) text += '  its key groups change\n'
    if (exposed.length > 0) text += '  change these where they come from, since who is removed has been able to read them:\n'
    for (const pointer of exposed) text += `    ${escapeControls(pointer)}\n`
  }
  if (steps.length === 0) text += 'nothing is to be done\n'
  return unchanged.length === 0 ? text : `${text}${style('dim', `${plural(unchanged.length, 'file')} as they should be`)}\n`
}

/** A recipient as a person knows it: the name in `cairn.yaml` and the recipient, long ones cut in the middle. */
export function showRecipient(recipient: string, aliases: ReadonlyMap<string, string>): string {
  const alias = aliases.get(recipient)
  const text = escapeControls(recipient)
  const short = text.length <= LONGEST ? text : `${text.slice(0, 20)}…${text.slice(-8)}`
  return alias === undefined ? short : `${escapeControls(alias)} (${short})`
}

/** Characters of a recipient that is shown whole: those of X25519 have 62, post-quantum ones 1,959. */
const LONGEST = 62
