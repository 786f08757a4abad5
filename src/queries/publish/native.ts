import { documentKey } from '../../core/document.ts'
import type { Effective } from '../../core/effective.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isList, isMapping, own, type Mapping } from '../../core/value.ts'
import { link } from '../../pipeline.ts'
import type { MadeArtifact } from '../../stages/publish/manifest.ts'
import { nativeFiles, type NativeService } from '../../stages/render/native/native.ts'
import { withoutOpaque } from '../../stages/render/without-opaque.ts'
import type { Workspace } from '../../workspace.ts'
import { placeOfValue, type NativeRequest } from './gather.ts'

/** The kinds that a deployment names services of, in the order in which a name is looked for. */
const SERVICE_KINDS = ['services', 'models', 'infrastructure', 'monitoring']
const FORMS = ['systemd', 'docker', 'kubernetes']

/**
 * What starts a deployment, as files: a unit, a Compose file, manifests. None for a document of another form, unless
 * `publish.formats` asks for it: that is a finding.
 */
export function nativeArtifacts(workspace: Workspace, request: NativeRequest, report: Report): MadeArtifact[] {
  const { linked, layersOf, isAsked } = request
  const { document, environment } = linked.effective
  const tell = (tokens: Tokens, said: ReturnType<typeof say>): void => {
    report(finding('render/unrepresentable', placeOfValue(linked, tokens), said, { environment: environment.name }))
  }
  const { value } = linked
  const form = isMapping(value) ? own(value, 'deployment_type') : undefined
  const isDeployment = isMapping(value) && FORMS.some((known) => known === form && isMapping(own(value, known)))
  const deployment = !isDeployment ? undefined : withoutOpaque(value, [], (tokens, leaf) => {
    if (leaf.opaque === 'hole' || tokens[0]?.startsWith('x-') === true) return
    tell(tokens, say`nobody without a key knows this, and what starts a deployment cannot leave it out`)
  })
  if (!isMapping(deployment)) {
    if (isAsked) tell([], say`${name(documentKey(document))} is no deployment of the built-in form: nothing is known that starts it`)
    return []
  }
  const found = servicesOf(workspace, linked.effective, deployment)
  const files = nativeFiles({
    name: document.name,
    deployment,
    environment: environment.name,
    services: new Map(Array.from(found, ([wanted, { service }]) => [wanted, service])),
    tell: ({ tokens, said }) => { tell(tokens, said) },
  })
  const key = documentKey(document)
  const read = [linked.effective, ...Array.from(found.values(), ({ effective }) => effective)]
  const all = read.flatMap((effective) => layersOf(effective))
  const layers = [...new Map(all.map((layer) => [layer.path, layer])).values()]
  return files.map(({ path, text, format, makes = [] }) => {
    return { path: `${key}/${path}`, bytes: Buffer.from(text), document: key, format, layers, makes }
  })
}

interface FoundService {
  readonly effective: Effective
  readonly service: NativeService
}

function servicesOf(workspace: Workspace, { environment }: Effective, deployment: Mapping): Map<string, FoundService> {
  const services = new Map<string, FoundService>()
  const listed = own(deployment, 'services')
  const world = workspace.world(environment)
  for (const item of isList(listed) ? listed : []) {
    const wanted = isMapping(item) ? own(item, 'service_name') : undefined
    if (typeof wanted !== 'string' || services.has(wanted)) continue
    const keys = SERVICE_KINDS.map((kind) => `${kind}/${wanted}`)
    const found = keys.map((key) => world.lookup(key)).find((effective) => effective !== undefined)
    if (found === undefined) continue
    const sealed: Tokens[] = []
    const value = withoutOpaque(link(workspace, found, () => {}).value, [], (tokens) => sealed.push(tokens))
    if (!isMapping(value)) continue
    services.set(wanted, { effective: found, service: { kind: found.document.kind, name: wanted, value, sealed } })
  }
  return services
}
