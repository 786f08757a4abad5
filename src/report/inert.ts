import { indentedJson } from '../core/number-text.ts'

/**
 * Output that nothing acts on but a person: no line of it is a workflow command of GitHub Actions (`::name::` at the
 * start, `##[name]` anywhere), and nothing in it steers a terminal. Names and values come from the repository.
 */

/**
 * Blanks and colours may stand before a command: the runner takes the former away, terminals the latter. `^` stands
 * behind each end of a line, so those are no blanks here: a long row of them would be read once from each.
 */
// eslint-disable-next-line no-control-regex -- colours begin with ESC
const COMMAND = /^((?:[^\S\n\r\u2028\u2029]|\u0085|\u001b\[[\d;]*m)*):(?=:)/gm

/** Text for a terminal or a log. The escapes are those of messages: `\u003a` is a colon. */
export function inert(text: string): string {
  return text.replace(COMMAND, '$1\\u003a').replaceAll('##[', '#\\u0023[')
}

/** What a terminal acts on and JSON does not escape by itself: C1 controls, bidirectional and invisible characters. */
const UNESCAPED = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** Data as JSON, two blanks deep, whatever it holds the same data to every reader. */
export function jsonText(data: unknown): string {
  return escapeJson(indentedJson(data))
}

/** The same on one line, where the size counts. */
export function jsonLine(data: unknown): string {
  return escapeJson(JSON.stringify(data))
}

function escapeJson(json: string): string {
  return json
    .replace(UNESCAPED, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '#\\u0023[')
}

/** Whether YAML text would be read by a runner or a terminal, too. */
export function isActive(text: string): boolean {
  return inert(text) !== text || text.search(UNESCAPED) >= 0
}
