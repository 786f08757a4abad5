import { name, say } from '../../../core/message.ts'
import { digitsOf } from '../../../core/number-text.ts'
import type { Tokens } from '../../../core/pointer.ts'
import type { Mapping } from '../../../core/value.ts'
import type { Tell } from '../problem.ts'
import type { NativeInput } from './input.ts'
import { given } from './read.ts'
import type { Share, Workload } from './workload.ts'

/** Of a Service (RFC 1035); what is added to it (`-config`, hashes) has to fit into 63 characters too. */
const LONGEST = 52

/** Names of resources: DNS labels, made of documents' names, each used once. */
export class ResourceNames {
  readonly #tell: Tell
  readonly #owners = new Map<string, string>()

  constructor(tell: Tell) {
    this.#tell = tell
  }

  /** `llama-3.1-8b` is `llama-3-1-8b`. Undefined, and told, where nothing can be made of it, or another has it. */
  of(document: string, tokens: Tokens): string | undefined {
    const label = resourceName(document)
    const resource = /^[0-9]/.test(label) ? `n-${label}` : label
    if (resource === '' || resource.length > LONGEST) {
      this.#tell({ tokens, said: say`${name(document)} cannot be the name of a Service: that has 1 to ${LONGEST} letters, digits and hyphens` })
      return undefined
    }
    return this.claim(resource, document, tokens) ? resource : undefined
  }

  /** Whether a document may have a name; told where another one has it. */
  claim(resource: string, document: string, tokens: Tokens): boolean {
    const owner = this.#owners.get(resource)
    this.#owners.set(resource, owner ?? document)
    if (owner === undefined) return true
    this.#tell({ tokens, said: say`${name(document)} and ${name(owner)} would both be ${name(resource)} in the cluster` })
    return false
  }
}

/** A document's name as resources can have it; longer than a label, at worst. */
export function resourceName(document: string): string {
  return document.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
}

interface Labels {
  readonly all: Mapping
  /** What never changes while it runs: Kubernetes refuses another selector. */
  readonly selector: Mapping
}

/** The labels that Kubernetes recommends (kubernetes.io/docs/concepts/overview/working-with-objects/common-labels). */
export function labelsOf(workload: Workload, { name: deployment }: NativeInput): Labels {
  const selector = {
    'app.kubernetes.io/name': labelValue(workload.name),
    'app.kubernetes.io/instance': labelValue(deployment),
  }
  const all = given({
    ...selector,
    'app.kubernetes.io/version': workload.version === '' ? undefined : labelValue(workload.version),
    'app.kubernetes.io/component': labelValue(workload.kind),
    'app.kubernetes.io/managed-by': 'cairn',
  })
  return { all, selector }
}

/** What a label may be; `+` of a version is `_`, as Helm has it. */
function labelValue(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 63).replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
}

interface Quantities {
  readonly memory: string | undefined
  readonly cpu: string | undefined
}

/** Quantities of Kubernetes: `512Mi`, `500m`; finer than a thousandth of a core is rounded up. */
export function quantityOf({ memory, cores }: Share): Quantities {
  return {
    memory: memory === undefined ? undefined : `${digitsOf(memory)}Mi`,
    cpu: cores === undefined ? undefined : cpuOf(cores),
  }
}

function cpuOf(cores: number): string {
  // 1.1 * 1000 is not 1100 in binary, and would be rounded up to 1101.
  return Number.isInteger(cores) ? digitsOf(cores) : `${String(Math.ceil(Number((cores * 1000).toFixed(6))))}m`
}
