import { escapeControls } from '../../core/message.ts'
import type { FileStatus, StatusResult } from '../../core/sops/status.ts'
import { code, md, table } from '../markdown-text.ts'
import type { Style } from '../style.ts'
import { plural } from '../verdict.ts'
import { showRecipient } from './plan.ts'

/** Of each file and environment (`schemas/output/secrets-status.json`). */
export function statusJson({ files, ...result }: StatusResult): unknown {
  const plain = files.map(({ problems, ...file }) => ({ ...file, problems: problems.map(({ kind }) => kind) }))
  return { ...result, files: plain }
}

/** Files with who opens them, then who opens what of each environment, as a table. */
export function statusText(result: StatusResult, style: Style): string {
  const { files, maxAgeDays } = result
  if (files.length === 0) return 'there are no encrypted files\n'
  const aliases = aliasesOf(result)
  const due = files.filter((file) => file.due).length
  const text = files.map((file) => fileText(file, aliases, style)).join('')
  const counted = `${plural(files.length, 'file')}, ${due} due for rotation (${plural(maxAgeDays, 'day')} or older)\n`
  return `${text}\n${environmentsText(result, style)}${counted}`
}

function fileText(file: FileStatus, aliases: ReadonlyMap<string, string>, style: Style): string {
  const path = style('bold', escapeControls(file.path))
  if (file.problems.length > 0) return `${path}  ${style('red', `cannot be read: ${file.problems.map(({ kind }) => kind).join(', ')}`)}\n`
  const age = `${plural(file.ageDays, 'day')} old`
  const notes = [file.due ? style('yellow', `${age}, due`) : age, plural(file.values, 'value'), ruleText(file, style)]
  let text = `${path}  ${notes.filter((note) => note !== '').join(', ')}\n`
  for (const [i, group] of file.groups.entries()) {
    const label = file.groups.length > 1 ? `group ${i + 1}: ` : ''
    text += `  ${label}${[...group.map((one) => showRecipient(one, aliases)), ...(file.otherKeys[i] ?? []).map((key) => showRecipient(key, aliases))].join(', ')}\n`
  }
  if (file.groups.length > 1) text += `  it takes ${file.threshold} of ${plural(file.groups.length, 'group')}\n`
  return text
}

function ruleText({ rule }: FileStatus, style: Style): string {
  if (rule === 'as ruled') return ''
  return style('yellow', rule === 'differs' ? 'not the recipients of .sops.yaml' : 'no rule in .sops.yaml')
}

/** Environments down, recipients across: how many of the environment's files each opens. */
function environmentsText(result: StatusResult, style: Style): string {
  const rows = accessRows(result)
  if (rows.length === 0) return ''
  const called = result.recipients.map(({ recipient, alias }) => alias ?? short(recipient))
  const head = ['environment', ...called].map(escapeControls)
  const widths = head.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd()
  return `${style('bold', line(head))}\n${rows.map((row) => `${line(row)}\n`).join('')}\n`
}

function accessRows({ environments, recipients }: StatusResult): readonly (readonly string[])[] {
  return environments.map(({ environment, files, opens }) => [
    escapeControls(environment),
    ...recipients.map(({ recipient }) => {
      const count = Object.hasOwn(opens, recipient) ? (opens[recipient] ?? 0) : 0
      return count === 0 ? '-' : count === files ? `all ${files}` : `${count} of ${files}`
    }),
  ])
}

export function statusMarkdown(result: StatusResult): string {
  if (result.files.length === 0) return 'There are no encrypted files.\n'
  const aliases = aliasesOf(result)
  const files = result.files.map((file) => [
    code(file.path),
    [...file.groups, ...file.otherKeys].flat().map((one) => md(showRecipient(one, aliases))).join('<br>'),
    `${plural(file.ageDays, 'day')}${file.due ? ', due' : ''}`,
    String(file.values),
    md(file.problems.length > 0 ? 'cannot be read' : file.rule),
  ])
  const rows = accessRows(result)
  const head = ['Environment', ...result.recipients.map(({ recipient, alias }) => md(alias ?? short(recipient)))]
  const access = rows.length === 0 ? '' : `\n${table(head, rows.map((row) => row.map(md)))}`
  return table(['File', 'Recipients', 'Age', 'Values', '.sops.yaml'], files) + access
}

function aliasesOf({ recipients }: StatusResult): ReadonlyMap<string, string> {
  const named = recipients.filter(({ alias }) => alias !== undefined)
  return new Map(named.map(({ recipient, alias = '' }) => [recipient, alias]))
}

/** Enough of a recipient to tell it from others at the head of a column. */
function short(recipient: string): string {
  return recipient.length <= 16 ? recipient : `${recipient.slice(0, 9)}…${recipient.slice(-4)}`
}
