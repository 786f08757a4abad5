import type { FailOnChange } from '../report/change-level.ts'
import type { FailOn } from '../report/verdict.ts'
import type { WhereOptions } from './open.ts'

export const FORMATS = ['terminal', 'json', 'markdown'] as const
export type Format = (typeof FORMATS)[number]
/** What only findings can be printed as. */
export const CHECK_FORMATS = [...FORMATS, 'sarif', 'junit'] as const

/** Options as commander hands them over, by command. */
export interface CommonOptions extends WhereOptions {
  readonly format: Format
}
export interface CheckOptions extends WhereOptions {
  readonly format: (typeof CHECK_FORMATS)[number]
  readonly environment: readonly string[]
  readonly failOn: FailOn
  readonly open?: boolean
  readonly timing?: boolean
}
export interface RenderOptions extends CommonOptions {
  readonly environment: readonly string[]
}
export interface ExplainOptions extends CommonOptions {
  readonly dependents?: boolean
}
export interface DiffOptions extends Omit<CommonOptions, 'at'> {
  readonly open?: boolean
  readonly environment: readonly string[]
  readonly document: readonly string[]
}
export interface CompareOptions extends CommonOptions {
  readonly document: readonly string[]
}
export interface EnvironmentsOptions extends CommonOptions {
  readonly environment: readonly string[]
  readonly documents?: boolean
}
export interface SchemaPrintOptions extends CommonOptions {
  readonly resolved?: boolean
}
export interface SchemaDiffOptions extends Omit<CommonOptions, 'at'> {
  readonly kind: readonly string[]
  readonly failOn: FailOnChange
}
export interface InitOptions extends CommonOptions {
  readonly write?: boolean
  readonly editor?: boolean
}
