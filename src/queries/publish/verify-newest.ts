import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import {
  HYDRATOR_FILE, MANIFEST_FILE, type ManifestTool, type Publication, type PublicationManifest,
} from '../../core/publication.ts'
import { isSameTool, type Recorded, type Render, type Rendered } from './reproduce.ts'

export interface NewestInput {
  /** The newest commit that the place notes: published here, or known to give what is published here. */
  readonly noted: string
  readonly manifest: PublicationManifest
  readonly variables: Recorded
  /** What the commit of the publication gives. */
  readonly rendered: Extract<Rendered, { readonly publication: Publication }>
  /** This program. */
  readonly tool: ManifestTool
  readonly render: Render
}

/**
 * Holds a publication against the newest commit that its place notes beside it. That one gives the same files, or it
 * would have been published: where it does not, an older publication was put back, chain and all.
 */
export async function verifyNewest(input: NewestInput, report: Report): Promise<void> {
  const { noted, manifest, variables, rendered, tool, render } = input
  const tell = (rule: 'verify/outdated' | 'verify/unknown-newest', why: Message): void => {
    const said = say`this place notes ${name(noted.slice(0, 12))} as the newest commit that it has, and ${why}`
    report(finding(rule, inFile(MANIFEST_FILE), said))
  }
  const newest = await render({ ...manifest, source: { ...manifest.source, commit: noted } }, variables)
  if (newest.publication === undefined) {
    if (newest.problem === 'verify/unknown-commit') tell('verify/unknown-newest', say`this clone does not have that commit: fetch it`)
    // What is an error for this program was one when it published.
    else if (isSameTool(manifest.tool, tool)) tell('verify/outdated', say`that one gives no such publication: an older one was put back`)
    return
  }
  const all = manifest.environments.length === rendered.published.length
  if (all && !isSameSet(rendered.published, newest.published)) {
    tell('verify/outdated', say`that one publishes other environments: an older publication was put back`)
    return
  }
  const path = firstDifference(rendered.publication, newest.publication)
  if (path !== undefined) tell('verify/outdated', say`that one gives another ${name(path)}: an older publication was put back`)
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each))
}

/** A path that differs; a manifest where nothing else does. What names the commit differs in any case. */
function firstDifference(one: Publication, other: Publication): string | undefined {
  const files = new Map(one.files.map(({ path, bytes }) => [path, bytes]))
  const differing = other.files.filter(({ path, bytes }) => {
    const before = files.get(path)
    files.delete(path)
    if (path === MANIFEST_FILE || path === HYDRATOR_FILE) return false
    return before === undefined || Buffer.compare(before, bytes) !== 0
  })
  const paths = [...differing.map(({ path }) => path), ...files.keys()]
  return paths.find((path) => !path.endsWith(`/${MANIFEST_FILE}`)) ?? paths[0]
}
