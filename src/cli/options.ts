import type { FailOnChange } from '../report/change-level.ts'
import type { FailOn } from '../report/verdict.ts'
import type { WhereOptions } from './open.ts'

export const FORMATS = ['terminal', 'json', 'markdown'] as const
export type Format = (typeof FORMATS)[number]
/** What only a check can be printed as: its report as a page, and its findings for other programs. */
export const CHECK_FORMATS = [...FORMATS, 'html', 'sarif', 'junit'] as const
/** What a single document can be rendered as besides. */
export const DOCUMENT_FORMATS = ['toml', 'ini', 'env'] as const
export const RENDER_FORMATS = [...FORMATS, ...DOCUMENT_FORMATS] as const

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
export interface RenderOptions extends WhereOptions {
  readonly format: (typeof RENDER_FORMATS)[number]
  readonly environment: readonly string[]
  readonly artifacts?: string
  readonly reveal?: boolean
  readonly output?: string
}
export interface PublishOptions extends CommonOptions {
  readonly to: readonly string[]
  readonly environment: readonly string[]
  readonly rollbackTo?: string
  readonly signKey?: string
  readonly dryRun?: boolean
}
export interface VerifyOptions extends Omit<CommonOptions, 'at'> {
  readonly allowedSigners?: string
  readonly allowUnproven?: boolean
  readonly bundle?: string
  readonly failOn: FailOn
}
export interface WatchOptions extends Omit<CommonOptions, 'at'> {
  readonly poll?: boolean
  readonly to?: string
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
