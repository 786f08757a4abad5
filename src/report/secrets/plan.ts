import { escapeControls } from '../../core/message.ts'
import type { Pointer } from '../../core/pointer.ts'
import { code, md, span, table } from '../markdown-text.ts'
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
  readonly earlier: readonly {
    readonly path: string
    readonly removed: readonly string[]
    readonly exposed: readonly Pointer[]
  }[]
  readonly refused: readonly {
    readonly path: string
    readonly reason?: string
    readonly problems: readonly { readonly kind: string }[]
  }[]
  readonly unchanged: readonly string[]
}

/** A plan as data (`schemas/output/secrets-plan.json`): what the steps were made from is left out. */
export function planJson({ steps, earlier, refused, unchanged }: PrintedPlan): unknown {
  return {
    steps: steps.map(({ path, groups, threshold, added, removed, regrouped, dataKey, exposed }) => ({
      path, dataKey, added, removed, regrouped, groups, threshold, exposed,
    })),
    earlier: earlier.map(({ path, removed, exposed }) => ({ path, removed, exposed })),
    refused: refused.map(({ path, reason, problems }) => ({
      path, ...(reason === undefined ? {} : { reason }), problems: problems.map(({ kind }) => kind),
    })),
    unchanged,
  }
}

/** One file a block: what changes of it, and what has to be changed elsewhere because of that. */
export function planText(
  { steps, earlier, unchanged }: PrintedPlan,
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
    text += exposedText(exposed)
  }
  for (const { path, removed, exposed } of earlier) {
    text += `${style('bold', escapeControls(path))}  done already, since the last commit\n`
    for (const recipient of removed) text += style('red', `  - ${called(recipient)}`) + '\n'
    text += exposedText(exposed)
  }
  if (steps.length === 0) text += `nothing is to be done${earlier.length === 0 ? '' : ' to the files'}\n`
  return unchanged.length === 0 ? text : `${text}${style('dim', `${plural(unchanged.length, 'file')} as they should be`)}\n`
}

function exposedText(exposed: readonly Pointer[]): string {
  if (exposed.length === 0) return ''
  const pointers = exposed.map((pointer) => `    ${escapeControls(pointer)}\n`).join('')
  return `  change these where they come from, since who is removed has been able to read them:\n${pointers}`
}

/** A row a file; what is refused is told on standard error, too. */
export function planMarkdown(
  { steps, earlier, refused, unchanged }: PrintedPlan,
  aliases: ReadonlyMap<string, string>,
): string {
  const called = (sign: string, recipients: readonly string[]) => recipients.map((one) => `${sign} ${md(showRecipient(one, aliases))}`)
  const done = earlier.map(({ path, removed, exposed }) => [
    code(path),
    'done already, since the last commit',
    called('−', removed).join('<br>'),
    exposed.map((pointer) => code(pointer)).join('<br>'),
  ])
  const planned = steps.map(({ path, added, removed, regrouped, dataKey, exposed }) => [
    code(path),
    dataKey === 'new' ? 'new' : 'stays',
    [...called('+', added), ...called('−', removed), ...(regrouped && added.length + removed.length === 0 ? ['its key groups change'] : [])].join('<br>'),
    exposed.map((pointer) => code(pointer)).join('<br>'),
  ])
  const rows = [...planned, ...done]
  const shown = rows.length === 0
    ? 'Nothing is to be done.\n'
    : table(['File', 'Data key', 'Recipients', 'To be changed where it comes from'], rows)
  const left = refused.map(({ path, reason, problems }) => {
    return `- ${span(path)} is left as it is: ${md(reason ?? problems.map(({ kind }) => kind).join(', '))}\n`
  })
  const same = unchanged.length === 0 ? '' : `\n${plural(unchanged.length, 'file')} as they should be.\n`
  return `${shown}${left.length === 0 ? '' : `\n${left.join('')}`}${same}`
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
