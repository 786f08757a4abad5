import type { FailOn } from '../report/verdict.ts'
import type { WhereOptions } from './open.ts'

export const FORMATS = ['terminal', 'json', 'markdown'] as const
export type Format = (typeof FORMATS)[number]

/** Options as commander hands them over, by command. */
export interface CommonOptions extends WhereOptions {
  readonly format: Format
}
export interface CheckOptions extends CommonOptions {
  readonly environment: readonly string[]
  readonly failOn: FailOn
}
export interface RenderOptions extends CommonOptions {
  readonly environment: readonly string[]
}
export interface DiffOptions extends Omit<CommonOptions, 'at'> {
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
export interface InitOptions extends CommonOptions {
  readonly write?: boolean
}
