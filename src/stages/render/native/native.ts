import { own } from '../../../core/value.ts'
import { writeCompose } from './compose.ts'
import type { NativeFile, NativeInput } from './input.ts'
import { writeKubernetes } from './kubernetes.ts'
import { writeSystemd } from './systemd.ts'

export type { NativeFile, NativeInput, NativeService } from './input.ts'

/**
 * The files that start a deployment: `<unit>` and `hosts`, `compose.yaml` and `config/`, or Kubernetes manifests, one
 * stream a service. Same input, same bytes. What a form cannot express is told; no file ever holds a secret, only the
 * name of where it is kept. `docs/deployments.md` has what becomes of which field.
 */
export function nativeFiles(input: NativeInput): readonly NativeFile[] {
  switch (own(input.deployment, 'deployment_type')) {
    case 'systemd':
      return writeSystemd(input)
    case 'docker':
      return writeCompose(input)
    case 'kubernetes':
      return writeKubernetes(input)
    default:
      return []
  }
}
