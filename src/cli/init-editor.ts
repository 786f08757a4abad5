import { readText, replaceText } from '../adapters/edit-file.ts'
import { Collector } from '../core/collector.ts'
import { SETTINGS_FILE, type EditorMapping } from '../core/editor.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import { mappingOf } from '../queries/editor.ts'
import { editorMarkdown, editorText } from '../report/editor.ts'
import { inert } from '../report/inert.ts'
import { editSettings, newSettings } from '../stages/editor/settings.ts'
import { open, rootOf } from './open.ts'
import type { InitOptions } from './options.ts'
import { writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

/** Proposes, and with `--write` puts into the settings of VS Code, by which schemas files are to be checked. */
export async function runInitEditor(options: InitOptions, terminal: Terminal): Promise<number> {
  const mapping = mappingOf(await open(options, terminal, new Collector()))
  const proposal = newSettings(mapping)
  if (options.format === 'json') writeJson(terminal, mapping)
  else if (options.format === 'markdown') terminal.out(inert(editorMarkdown(proposal, mapping)))
  else terminal.out(inert(editorText(proposal, mapping, terminal.outStyle)))
  if (options.write === true) terminal.err(`${write(rootOf(options, terminal), mapping)}\n`)
  return 0
}

/** @returns what was done */
function write(root: string, mapping: EditorMapping): string {
  if (Object.keys(mapping.yaml).length + mapping.json.length === 0) {
    throw new Failure('usage', say`no kind has a schema that an editor can read, so nothing was written`)
  }
  const before = readText(root, SETTINGS_FILE)
  const isNew = before === undefined || before.trim() === ''
  const edited = isNew ? { text: newSettings(mapping), changed: true } : editSettings(before, mapping)
  if (edited === undefined) {
    throw new Failure('usage', say`${SETTINGS} cannot be edited without losing something in it, so it is left alone`, say`put in by hand what is printed above`)
  }
  if (!edited.changed) return `${SETTINGS_FILE} says so already`
  replaceText(root, SETTINGS_FILE, { before, after: edited.text })
  return `wrote ${SETTINGS_FILE}`
}

const SETTINGS = say`.vscode/settings.json`
