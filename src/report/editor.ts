import { SETTINGS_FILE, type EditorMapping } from '../core/editor.ts'
import { escapeControls } from '../core/message.ts'
import { fence, md } from './markdown-text.ts'
import type { Style } from './style.ts'

/** What goes into the settings of an editor, to be cut out as it is, and what does not. */
export function editorText(settings: string, { left }: EditorMapping, style: Style): string {
  const without = left.length === 0 ? '' : `\n${style('yellow', 'without a mapping:')}\n${left.map((one) => `  ${one}\n`).join('')}`
  return `${style('dim', `// ${SETTINGS_FILE}`)}\n${escapeLines(settings)}${without}`
}

export function editorMarkdown(settings: string, { left }: EditorMapping): string {
  const without = left.length === 0 ? '' : `\nWithout a mapping:\n\n${left.map((one) => `- ${md(one)}\n`).join('')}`
  return `**${SETTINGS_FILE}**\n\n${fence(escapeLines(settings), 'json')}${without}`
}

/** In JSON what steers a terminal can only be inside of strings, where an escape says the same. */
function escapeLines(json: string): string {
  return json.split('\n').map(escapeControls).join('\n')
}
