import { resolve } from 'node:path'
import { inert } from '../report/inert.ts'
import { verifyJson, verifyText } from '../report/verify.ts'
import { verdict } from '../report/verdict.ts'
import { verifyPublications } from '../verifying.ts'
import { rootOf } from './open.ts'
import type { VerifyOptions } from './options.ts'
import { writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

/** Verifies publications: whole, unchanged, and following from their commits. */
export async function runVerify(
  publications: readonly string[],
  options: VerifyOptions,
  terminal: Terminal,
): Promise<number> {
  const results = await verifyPublications({
    root: rootOf(options, terminal),
    folder: resolve(terminal.directory, options.directory ?? '.'),
    publications,
    ...(options.allowedSigners !== undefined && { allowedSigners: options.allowedSigners }),
    ...(options.bundle !== undefined && { bundle: options.bundle }),
    ...(options.allowUnproven !== undefined && { allowUnproven: options.allowUnproven }),
    variables: terminal.variables,
    progress: terminal.progress,
  })
  terminal.clear()
  if (options.format === 'json') writeJson(terminal, verifyJson(results))
  else terminal.out(inert(results.map((result) => verifyText(result, terminal.outStyle)).join('')))
  return results.some(({ findings }) => !verdict(findings, options.failOn).passed) ? 1 : 0
}
