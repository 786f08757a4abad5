import { escapeControls, name, shown } from '../core/message.ts'
import type { PublicationSays, VerifyResult } from '../core/publish-result.ts'
import type { Style } from './style.ts'
import { findingsText, names } from './terminal.ts'
import { plural, verdict } from './verdict.ts'

/** A publication, and what came of verifying it. */
export interface VerifyReport extends VerifyResult {
  readonly target: string
}

/** `unproven`: whole and unchanged, but made by another version of Cairn, and this one makes other bytes. */
export type Proof = 'verified' | 'unproven' | 'refused'

export function proofOf({ findings, reproduced }: VerifyResult): Proof {
  const isSound = verdict(findings.filter(({ rule }) => rule !== 'verify/unproven')).passed
  if (!isSound || reproduced === 'no') return 'refused'
  return reproduced === 'yes' ? 'verified' : 'unproven'
}

const ATTESTED = '  the bundle attests it; whose signature that is, gh attestation verify says\n'

const LOOK = { verified: 'green', unproven: 'yellow', refused: 'red' } as const

/** For people: what is wrong, and a sentence that an auditor can quote. */
export function verifyText(result: VerifyReport, style: Style): string {
  const { findings, target, says } = result
  const proof = proofOf(result)
  const head = `${findingsText(findings, style)}${style('bold', escapeControls(target))} ${style(LOOK[proof], proof)}`
  if (says === undefined) return `${head}: there is no publication that could be verified\n`
  if (proof === 'refused') return `${head}: ${refusedText(result, says)}\n`
  const isFailing = findings.some(({ severity }) => severity === 'error')
  const notes = [chainText(result), ...besideText(result), ...(isFailing ? [NEXT] : [])].map((note) => `  ${note}\n`)
  return `${head}: ${provedText(result, says)}\n${notes.join('')}${result.attested ? ATTESTED : ''}`
}

/** Of what is unproven, and nobody vouches for. */
const NEXT = 'run that version, if it is one that you know: whoever forges can name any. A signer whom you allow would vouch for it; --allow-unproven lets it pass'

function provedText({ reproduced, missing }: VerifyResult, says: PublicationSays): string {
  const { commit, environments, variables, tool } = says
  const few = missing.length === 0 ? '' : ` (${environments.length} of ${plural(environments.length + missing.length, 'environment')})`
  const what = `${names(environments)}${few} of commit ${commit}`
  if (reproduced !== 'yes') {
    return `the files of ${what} are whole; Cairn ${name(tool)} made them, and this program makes others: verify with that one`
  }
  const recorded = Object.entries(variables).map(([key, value]) => `${name(key)}=${shown(value) ?? ''}`)
  return `every byte of ${what} follows from it${recorded.length === 0 ? '' : ` and the run's ${recorded.join(', ')}`}`
}

/** What an auditor should know of, and nothing proves. */
function besideText({ rollback, isElsewhere, publishedTo, beside }: VerifyResult): string[] {
  return [
    ...(rollback === null ? [] : [`gone back to, from commit ${rollback}`]),
    ...(isElsewhere && publishedTo !== undefined ? [`published to ${name(publishedTo)}`] : []),
    ...(beside > 0 ? [`${plural(beside, 'file')} beside it, which nothing here vouches for`] : []),
  ]
}

function refusedText({ reproduced }: VerifyResult, { commit }: PublicationSays): string {
  if (reproduced === 'yes') return `its files follow from commit ${commit}, and the rest does not hold`
  return `it is not proved to follow from commit ${commit}`
}

function chainText({ entries, signed, signers }: VerifyResult): string {
  const chain = `${plural(entries, 'publication')} in an unbroken chain`
  if (signers !== undefined) return `${chain}, signed by ${names(signers)}`
  return signed === 0 ? `${chain}, not signed` : `${chain}, ${signed} signed; by whom was not checked: --allowed-signers says who may`
}

/** The same as data; `schemas/output/verify.json` describes it. */
export function verifyJson(results: readonly VerifyReport[]): object {
  return {
    version: 1,
    publications: results.map((result) => {
      const { target, says, findings, entries, head, signed, signers, rollback, reproduced, attested } = result
      const { publishedTo = null, missing, beside } = result
      const { commit = null, tool = null, environments = [], variables = {} } = says ?? {}
      const chain = { entries, head: head ?? null, rollback, signed, signers: signers ?? null }
      const said = { publishedTo, commit, tool, environments, missing, beside, variables }
      return { target, proof: proofOf(result), ...said, reproduced, chain, attested, findings }
    }),
  }
}
