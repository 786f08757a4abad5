import type { FileChange } from '../../core/danger.ts'
import { GlobSet, pathGlob } from '../../core/glob.ts'
import { say, type Message } from '../../core/message.ts'
import { inBase } from '../../core/place.ts'
import type { DangerRule } from '../../core/silence.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { withoutParents, type Danger } from './found.ts'

/** Files that say who must approve what, and what is accepted. */
export const policyChanged: FindDangers<'danger/policy-changed'> = (input, { files }) => {
  const what = say`this says what changes have to keep to`
  return dangersIn('danger/policy-changed', input, { globs: files, outside: files.filter((one) => !isOwn(one)), what })
}

/** Programs that the platform runs, often with rights and secrets. */
export const workflowChanged: FindDangers<'danger/workflow-changed'> = (input, { files }) => {
  return dangersIn('danger/workflow-changed', input, { globs: files, outside: files, what: say`this says what runs in CI, and with which rights` })
}

/** Cairn reads these in the configuration repository only; elsewhere they are somebody else's. */
const isOwn = (glob: string): boolean => ['access.yaml', 'waivers.yaml', 'policies/**'].includes(glob)

interface Wanted {
  readonly globs: readonly string[]
  /** Those that count outside of the configuration repository, too: platforms read one place for a whole repository. */
  readonly outside: readonly string[]
  readonly what: Message
}

function dangersIn(rule: DangerRule, { files, outside = [] }: DangerInput, wanted: Wanted): readonly Danger[] {
  const { what } = wanted
  const matching = (changes: readonly FileChange[], globs: readonly string[]): FileChange[] => {
    const set = new GlobSet(globs.map(pathGlob))
    return changes.filter(({ path }) => set.matches(withoutParents(path).split('/')))
  }
  return [...matching(files, wanted.globs), ...matching(outside, wanted.outside)].map(({ path, kind }) => {
    return { rule, message: say`${what}, and ${BECAME[kind]}`, location: kind === 'removed' ? inBase({ file: path }) : { file: path } }
  })
}

const BECAME: Readonly<Record<FileChange['kind'], Message>> = {
  added: say`is new`,
  changed: say`changes`,
  removed: say`is gone`,
}
