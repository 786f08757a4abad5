import { escapeControls } from '../core/message.ts'
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
  if (!verdict(findings).passed || reproduced === 'no') return 'refused'
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
  return `${head}: ${provedText(says, proof)}\n  ${chainText(result)}\n${result.attested ? ATTESTED : ''}`
}

function provedText({ commit, environments, variables, tool }: PublicationSays, proof: Exclude<Proof, 'refused'>): string {
  const what = `${names(environments)} of commit ${commit}`
  const from = variables.length === 0 ? '' : ` and the run's ${names(variables)}`
  if (proof === 'verified') return `every byte of ${what} follows from it${from}`
  return `the files of ${what} are whole; Cairn ${escapeControls(tool)} made them, and this version makes others: verify with that one`
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
      const { target, says, findings, entries, head, signed, signers, reproduced, attested } = result
      const { commit = null, tool = null, environments = [], variables = [] } = says ?? {}
      const chain = { entries, head: head ?? null, signed, signers: signers ?? null }
      const said = { commit, tool, environments, variables }
      return { target, proof: proofOf(result), ...said, reproduced, chain, attested, findings }
    }),
  }
}
