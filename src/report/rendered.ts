import { escapeControls } from '../core/message.ts'
import type { RenderedDocument } from '../core/results.ts'
import { yamlText } from '../core/yaml-text.ts'
import { isActive, jsonText } from './inert.ts'
import { code, fence } from './markdown-text.ts'

/** One document of a YAML stream, headed by a comment that says what it is. */
export function renderedYaml({ environment, document, value }: RenderedDocument): string {
  return `---\n# ${escapeControls(environment)} ${escapeControls(document)}\n${yaml(value)}`
}

export function renderedMarkdown({ environment, document, value }: RenderedDocument): string {
  return `### ${code(environment)} ${code(document)}\n\n${fence(yaml(value), 'yaml')}\n`
}

/** YAML; where that would put something into a log that a runner or a terminal acts on: JSON, which is YAML as well. */
function yaml(value: unknown): string {
  const text = yamlText(value)
  return isActive(text) ? `${jsonText(value)}\n` : text
}
