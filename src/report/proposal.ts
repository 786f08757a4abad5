import { escapeControls } from '../core/message.ts'
import type { Proposal } from '../core/proposal.ts'
import { code, fence, md } from './markdown-text.ts'
import type { Style } from './style.ts'
import { names } from './terminal.ts'
import { plural } from './verdict.ts'

const MOST_UNPLACED = 20

/** What `cairn init` found and proposes; the proposed text can be cut out and saved as it is. */
export function proposalText(proposal: Proposal, style: Style): string {
  const { unplaced, alternatives, environments } = proposal
  let text = `${style('bold', summary(proposal))}\n`
  if (environments.length > 0) text += `environments: ${names(environments)}\n`
  text += `\n${style('dim', '# cairn.yaml')}\n${proposal.config}`
  if (unplaced.length > 0) text += `\n${style('yellow', 'not placed:')}\n`
  for (const { path, why } of unplaced.slice(0, MOST_UNPLACED)) text += `  ${escapeControls(path)}  ${style('dim', why)}\n`
  text += more(unplaced.length)
  if (alternatives.length > 0) text += `\nalso possible:\n${alternatives.map((one) => `  ${escapeControls(one)}\n`).join('')}`
  return text
}

export function proposalMarkdown(proposal: Proposal): string {
  const { unplaced, alternatives } = proposal
  const left = unplaced.slice(0, MOST_UNPLACED).map(({ path, why }) => `- ${code(path)}: ${md(why)}\n`)
  return (
    `**${summary(proposal)}**\n\n${fence(proposal.config, 'yaml')}` +
    (unplaced.length === 0 ? '' : `\nNot placed:\n\n${left.join('')}${more(unplaced.length)}`) +
    (alternatives.length === 0 ? '' : `\nAlso possible:\n\n${alternatives.map((one) => `- ${md(one)}\n`).join('')}`)
  )
}

function summary({ shape, documents, effective, environments }: Proposal): string {
  if (shape === 'unknown') return 'no known shape of configuration was recognised'
  const counts = `${plural(documents, 'document')}, ${plural(effective, 'effective document')} in ${plural(environments.length, 'environment')}`
  return `${shape}: ${counts}`
}

function more(count: number): string {
  return count > MOST_UNPLACED ? `  ${MOST_UNPLACED} of ${count} shown; --format json has all\n` : ''
}
