import type { EditorMapping } from '../core/editor.ts'
import { editorMapping } from '../stages/editor/mapping.ts'
import type { Workspace } from '../workspace.ts'

/** Which schema an editor should hold which files against, for the kinds that there are documents of. */
export function mappingOf({ config, discovery, schemas }: Workspace): EditorMapping {
  const files = new Map<string, string[]>(Array.from(config.kinds.keys(), (kind) => [kind, []]))
  for (const { id, sources } of discovery.documents.values()) {
    let ofKind = files.get(id.kind)
    if (ofKind === undefined) files.set(id.kind, (ofKind = []))
    for (const { path } of sources) ofKind.push(path)
  }
  const paths = new Map<string, string>()
  for (const kind of schemas.kinds) {
    const path = schemas.of(kind)?.root.document.path
    if (path !== undefined && files.has(kind)) paths.set(kind, path)
  }
  return editorMapping({ layout: config.layout, schemas: paths, files })
}
