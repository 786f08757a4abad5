import { basename } from 'node:path'
import { span } from '../report/markdown-text.ts'
import { brief } from '../report/review/brief.ts'

export interface Elsewhere {
  /** The file with the page of HTML that this run has written; empty for none. */
  readonly page: string
  /** The address of the run, for who is not looking at it. */
  readonly run?: string | undefined
  readonly in: 'comment' | 'summary'
}

/** Where all can be read that a comment or a summary has no room for, as the end of a sentence: Markdown. */
export function elsewhereText({ page, run, in: where }: Elsewhere): string {
  const file = page === '' ? '' : span(brief(basename(page), 60))
  if (where === 'summary') return file === '' ? 'the log has all' : `${file} and the log have all`
  const the = run === undefined ? 'the run of the check' : `[the run of the check](${run})`
  return file === '' ? `${run === undefined ? 'the log of the check' : the} has all` : `${the} has all, in ${file} and in its log`
}
