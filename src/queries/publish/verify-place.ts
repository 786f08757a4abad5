import { finding, type Report } from '../../core/finding.ts'
import { list, name, say } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import { MANIFEST_FILE, type PublicationManifest } from '../../core/publication.ts'
import type { Last } from './verify-chain.ts'

/** Where a publication was looked for. */
export interface PublicationPlace {
  /** As `targetText` spells it. */
  readonly text: string
  /** Whether the auditor's `cairn.yaml` has it: what is there has to be made for it. A copy may lie anywhere. */
  readonly isDeclared: boolean
  /** The one environment that is to be there, where the target is of one. */
  readonly environment?: string
}

export interface PlaceInput {
  readonly place: PublicationPlace
  readonly manifest: PublicationManifest
  readonly last: Last | undefined
  /** The environments that the commit publishes; absent where that is not known. */
  readonly published: readonly string[] | undefined
}

/**
 * Whether a publication belongs where it lies: one of another place or of another environment must not stand in for it,
 * whoever signed it.
 *
 * @returns the environments that the commit publishes and that are not here
 */
export function verifyPlace({ place, manifest, last, published = [] }: PlaceInput, report: Report): string[] {
  const { environment } = place
  const there = manifest.environments.map((one) => one.name)
  if (place.isDeclared && last !== undefined && last.entry.target !== place.text) {
    report(finding('verify/other-target', last.at, say`was published to ${name(last.entry.target)}, and this is the place of ${name(place.text)}`))
  } else if (environment !== undefined && there.join('\n') !== environment) {
    report(finding('verify/bad-manifest', inFile(MANIFEST_FILE), say`is of ${name(there.join(', '))}, and this is the place of ${name(environment)} alone`))
  }
  if (environment !== undefined) return []
  const missing = published.filter((one) => !there.includes(one))
  if (missing.length > 0) {
    const lacking = list(missing.slice(0, MOST_NAMED).map(name))
    const more = missing.length > MOST_NAMED ? say` and ${missing.length - MOST_NAMED} more` : say``
    report(finding('verify/incomplete', inFile(MANIFEST_FILE), say`has ${there.length} of ${published.length} environments that the commit publishes: ${lacking}${more} ${missing.length === 1 ? say`is` : say`are`} not here`))
  }
  return missing
}

const MOST_NAMED = 6
