import { say, type Message } from '../core/message.ts'
import { jsonLine } from '../report/inert.ts'

/** A job may have outputs of 1 MB, in UTF-16 (docs.github.com, `jobs.<job_id>.outputs`); some is left for others. */
export const MOST_OUTPUT = 400_000

/** The output `changed-environments`; with a warning where there is no room for it. */
export function changedOutput(names: readonly string[]): { readonly value: string; readonly warning?: Message } {
  const value = jsonLine(names)
  return value.length > MOST_OUTPUT ? { value: '', warning: TOO_LONG } : { value }
}

const TOO_LONG = say`the output changed-environments is empty, since so many names are more than GitHub takes: name some with the input environments`
