import type { DocumentSources } from '../core/discovery.ts'
import type { Environment } from '../core/environment.ts'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { nearest } from '../core/nearest.ts'
import type { Workspace } from '../workspace.ts'

/** What a command is asked about; everything where nothing is named. */
export interface Selection {
  readonly environments?: readonly string[]
  /** As `kind/name`. */
  readonly documents?: readonly string[]
}

/** Whether nothing is named. */
export function isEverything({ environments = [], documents = [] }: Selection): boolean {
  return environments.length === 0 && documents.length === 0
}

/** The named environments, or all. An unknown name is a usage failure that tells the nearest one. */
export function selectEnvironments(workspace: Workspace, { environments = [] }: Selection): Environment[] {
  if (environments.length === 0) return [...workspace.environments.values()]
  return [...new Set(environments)].map((wanted) => environmentNamed(workspace, wanted))
}

/** The named documents, or all; unknown names as above. What they are made of is announced to be read. */
export function selectDocuments(workspace: Workspace, { documents = [] }: Selection): DocumentSources[] {
  const selected =
    documents.length === 0
      ? [...workspace.discovery.documents.values()]
      : [...new Set(documents)].map((wanted) => documentNamed(workspace, wanted))
  announce(workspace, selected)
  return selected
}

/** Those of the documents, given by `kind/name`, that there are in a workspace. */
export function documentsOf({ discovery }: Workspace, keys: readonly string[]): DocumentSources[] {
  return keys.map((key) => discovery.documents.get(key)).filter((document) => document !== undefined)
}

/** Announces that documents will be read. */
export function announce({ reader }: Workspace, documents: Iterable<DocumentSources>): void {
  for (const { sources } of documents) reader.announce(sources)
}

export function environmentNamed(workspace: Workspace, wanted: string): Environment {
  const found = workspace.environments.get(wanted)
  if (found !== undefined) return found
  const near = nearest(wanted, workspace.environments.keys())
  throw new Failure(
    'usage',
    say`there is no environment ${name(wanted)}`,
    near === undefined ? say`cairn environments lists them` : say`did you mean ${name(near)}?`,
  )
}

export function documentNamed(workspace: Workspace, wanted: string): DocumentSources {
  const { documents } = workspace.discovery
  const found = documents.get(wanted)
  if (found !== undefined) return found
  const sameName = [...documents.values()].find(({ id }) => id.name === wanted)
  const near = sameName === undefined ? nearest(wanted, documents.keys()) : `${sameName.id.kind}/${wanted}`
  throw new Failure(
    'usage',
    say`there is no document ${name(wanted)}`,
    near === undefined ? say`cairn environments --documents lists them` : say`did you mean ${name(near)}?`,
  )
}
