import type { ArtifactFormat } from '../../../core/publication.ts'
import type { Tokens } from '../../../core/pointer.ts'
import type { Mapping } from '../../../core/value.ts'
import type { Tell } from '../problem.ts'

/** A document of the kind `deployments` of the built-in form, and the documents of what it runs. */
export interface NativeInput {
  /** The document's name. */
  readonly name: string
  /** Its effective value, without opaque leaves. */
  readonly deployment: Mapping
  readonly environment: string
  /** By `service_name`; what has no document is missing. */
  readonly services: ReadonlyMap<string, NativeService>
  /** What the deployment says and its form cannot express; tokens lead into the deployment. */
  readonly tell: Tell
}

export interface NativeService {
  readonly kind: string
  readonly name: string
  /** Its effective value, without opaque leaves. */
  readonly value: Mapping
  /** What was left out of it: leaves that only a key opens. */
  readonly sealed: readonly Tokens[]
}

/** A file of a deployment. */
export interface NativeFile {
  /** Below the deployment's folder. */
  readonly path: string
  readonly text: string
  /** What it makes where it is started, and no other deployment may make there: a name and its place, for people. */
  readonly makes?: readonly string[]
  readonly format: Extract<ArtifactFormat, 'systemd' | 'compose' | 'kubernetes'>
}
