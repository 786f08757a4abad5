import { dump } from 'js-yaml'
import { escapeControls } from '../core/message.ts'
import type { RenderedDocument } from '../core/results.ts'
import { code, fence } from './markdown-text.ts'

/** One document of a YAML stream, headed by a comment that says what it is. */
export function renderedYaml({ environment, document, value }: RenderedDocument): string {
  return `---\n# ${escapeControls(environment)} ${escapeControls(document)}\n${yaml(value)}`
}

export function renderedMarkdown({ environment, document, value }: RenderedDocument): string {
  return `### ${code(environment)} ${code(document)}\n\n${fence(yaml(value), 'yaml')}\n`
}

function yaml(value: unknown): string {
  return dump(value, { lineWidth: -1, noRefs: true })
}
