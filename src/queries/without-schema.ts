import type { DocumentSources } from '../core/discovery.ts'
import { list, name, say, type Message } from '../core/message.ts'
import type { Workspace } from '../workspace.ts'

/** What is left open of documents whose schema cannot be used; what is wrong with that is among the findings. */
export function withoutSchema({ schemas, config }: Workspace, documents: readonly DocumentSources[]): Message[] {
  const broken: string[] = []
  for (const kind of new Set(documents.map(({ id }) => id.kind))) {
    const schema = schemas.of(kind)
    const isMissing = schema === undefined && config.kinds.get(kind)?.schema !== undefined
    if (isMissing || schema?.usable === false) broken.push(kind)
  }
  if (broken.length === 0) return []
  return [say`what the ${broken.length === 1 ? say`schema` : say`schemas`} of ${list(broken.map(name))} would ask: not usable`]
}
