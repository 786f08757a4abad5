import type { FileChange } from '../../core/danger.ts'
import { GlobSet, pathGlob } from '../../core/glob.ts'
import { say, type Message } from '../../core/message.ts'
import type { DangerRule } from '../../core/silence.ts'
import type { DangerInput, FindDangers } from './input.ts'
import type { Danger } from './found.ts'

/** Files that say who must approve what, and what is accepted. */
export const policyChanged: FindDangers<'danger/policy-changed'> = (input, { files }) => {
  return dangersIn('danger/policy-changed', input, { globs: files, what: say`this says what changes have to keep to` })
}

/** Programs that the platform runs, often with rights and secrets. */
export const workflowChanged: FindDangers<'danger/workflow-changed'> = (input, { files }) => {
  return dangersIn('danger/workflow-changed', input, { globs: files, what: say`this says what runs in CI, and with which rights` })
}

interface Wanted {
  readonly globs: readonly string[]
  readonly what: Message
}

function dangersIn(rule: DangerRule, { files }: DangerInput, { globs, what }: Wanted): readonly Danger[] {
  const wanted = new GlobSet(globs.map(pathGlob))
  return files.filter(({ path }) => wanted.matches(path.split('/'))).map(({ path, kind }) => {
    return { rule, message: say`${what}, and ${BECAME[kind]}`, location: { file: path } }
  })
}

const BECAME: Readonly<Record<FileChange['kind'], Message>> = {
  added: say`is new`,
  changed: say`changes`,
  removed: say`is gone`,
}
