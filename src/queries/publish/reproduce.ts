import { finding, type Finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { inFile, type Place } from '../../core/place.ts'
import {
  MANIFEST_FILE, type ManifestTool, type Publication, type PublicationManifest, type PublishedFiles,
} from '../../core/publication.ts'
import type { VerifyResult } from '../../core/publish-result.ts'
import { compareWithRendered, type Difference } from '../../stages/verify/compare.ts'

/** Run variables, as the manifests record them. */
export type Recorded = Readonly<Record<string, string>>

/** Makes the publication of a commit again, from what its manifest says of commit, folder, environments and tool. */
export type Render = (manifest: PublicationManifest, variables: Recorded) => Promise<Rendered>

/** What a commit gives, and all environments that it publishes; or why nothing. */
export type Rendered =
  | { readonly publication: Publication; readonly published: readonly string[]; readonly problem?: undefined }
  | {
      readonly publication?: undefined
      readonly published?: undefined
      readonly problem: 'verify/unknown-commit' | 'verify/other-folder' | 'blocked'
      readonly said: Message
    }

export interface ReproduceInput {
  readonly files: PublishedFiles
  readonly manifest: PublicationManifest
  readonly rendered: Rendered
  /** This program. */
  readonly tool: ManifestTool
  /** Whether what another version made, and this one makes otherwise, passes. */
  readonly passesUnproven: boolean
  /** What is known to be wrong with files; told here, where the line that was changed may be known. */
  readonly told: readonly Finding[]
}

/**
 * Holds a publication against what its commit gives. By the same program, other bytes were not made from the commit; by
 * another version nothing is proved.
 */
export function reproduce(input: ReproduceInput, report: Report): VerifyResult['reproduced'] {
  const { files, manifest, rendered, tool, passesUnproven, told } = input
  const isSame = isSameTool(manifest.tool, tool)
  const outcome = isSame ? 'no' : 'unproven'
  const differs = (place: Place, said: Message): void => {
    if (isSame) report(finding('verify/not-reproduced', place, said))
    else report(finding('verify/unproven', place, say`${said}; ${madeBy(manifest.tool, tool)}, so that may be why`, passesUnproven ? { severity: 'warning' } : {}))
  }
  if (rendered.problem !== undefined) {
    for (const one of told) report(one)
    const { problem, said } = rendered
    if (problem === 'blocked') differs(inFile(MANIFEST_FILE), said)
    else report(finding(problem, inFile(MANIFEST_FILE), said))
    return problem === 'blocked' ? outcome : 'no'
  }
  const differences = compareWithRendered(files, rendered.publication)
  const byPath = new Map(differences.map((difference) => [difference.path, difference]))
  for (const one of told) report(isSame ? placed(one, byPath) : one)
  for (const { place, said } of byPath.values()) differs(place, said)
  return differences.length === 0 ? 'yes' : outcome
}

/** Whether it is this very program that made a publication. */
export function isSameTool(made: ManifestTool, tool: ManifestTool): boolean {
  return made.version === tool.version && made.digest === tool.digest
}

/** A changed file with the line that was changed; what is told here is not told once more. */
function placed(one: Finding, differences: Map<string, Difference>): Finding {
  const path = one.place.in === 'file' ? one.place.file : ''
  const difference = differences.get(path)
  differences.delete(path)
  return one.rule === 'verify/changed-file' && difference !== undefined ? { ...one, place: difference.place } : one
}

function madeBy(made: ManifestTool, { version }: ManifestTool): Message {
  if (made.version !== version) return say`it was made by Cairn ${name(made.version)}, and this is ${name(version)}`
  return say`it was made by another build of Cairn ${name(version)}`
}
