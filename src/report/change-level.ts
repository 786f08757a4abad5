import { CHANGE_LEVELS, type ChangeLevel } from '../core/schema-change.ts'

/** The lowest level of change that fails a run; `never` lets every one pass. */
export type FailOnChange = ChangeLevel | 'never'
export const FAIL_ON_CHANGE: readonly FailOnChange[] = [...CHANGE_LEVELS, 'never']

/** Whether a change of schemas passes; `undefined` where nothing changes. */
export function passes(level: ChangeLevel | undefined, failOn: FailOnChange): boolean {
  if (level === undefined || failOn === 'never') return true
  return CHANGE_LEVELS.indexOf(level) < CHANGE_LEVELS.indexOf(failOn)
}
