import type { RealFiles } from './real-repository.ts'

/** A change of a repository of others, as somebody proposes it there. */
export interface RealChange {
  readonly name: string
  /** Its folder in `test/fixtures/repositories`. */
  readonly repository: string
  readonly change: (files: RealFiles) => RealFiles
}

/** Replaces a text that stands in the file; all of them where it stands there more than once. */
function edit(path: string, from: string, to: string): RealChange['change'] {
  return (files) => {
    const before = files[path]
    if (!before?.includes(from)) throw new Error(`${path} does not hold ${from}`)
    return { ...files, [path]: before.replaceAll(from, to) }
  }
}

const append = (path: string, text: string): RealChange['change'] => (files) => ({ ...files, [path]: `${files[path]?.trimEnd() ?? ''}\n${text}` })

const add = (path: string, text: string): RealChange['change'] => (files) => ({ ...files, [path]: text })

function rename(from: string, to: string): RealChange['change'] {
  return (files) => {
    const { [from]: text = '', ...others } = files
    return { ...others, [to]: text }
  }
}

const all = (...changes: readonly RealChange['change'][]): RealChange['change'] => (files) => changes.reduce((so, change) => change(so), files)

const RELEASE = 'apps/base/podinfo/release.yaml'
const CATALOGUE = 'charts/models/values.yaml'
const DEFAULTS = 'config/templates/values/defaults.yaml'
const LLAMA = 'models/continuous_batching/meta-llama--Llama-2-7b-chat-hf.yaml'
const REPORTS = ['base', 'summit', 'tucson-teststand', 'usdfdev', 'usdfprod'].map((environment) => `applications/nightreport/values-${environment}.yaml`)

export const REAL_CHANGES: readonly RealChange[] = [
  { name: 'flux-image', repository: 'flux2-kustomize-helm-example', change: edit(RELEASE, 'tag: 8.6.2', 'tag: 8.6.3') },
  { name: 'flux-chart-pinned', repository: 'flux2-kustomize-helm-example', change: edit('apps/production/podinfo-values.yaml', '">=1.0.0"', '"6.9.4"') },
  { name: 'flux-replicas', repository: 'flux2-kustomize-helm-example', change: append('apps/production/podinfo-values.yaml', '    replicaCount: 3\n') },
  {
    name: 'flux-environment-added',
    repository: 'flux2-kustomize-helm-example',
    change: all(
      edit('cairn.yaml', '  production: {inherits: base}\n', '  production: {inherits: base}\n  preview: {inherits: staging}\n'),
      add('apps/preview/podinfo-values.yaml', 'spec:\n  values:\n    redis:\n      enabled: false\n    httpRoute:\n      hostnames:\n        - podinfo.preview\n'),
    ),
  },
  { name: 'kubeai-model-scaled', repository: 'kubeai', change: edit(CATALOGUE, '    minReplicas: 1\n    maxReplicas: 1\n    targetRequests: 32\n  # Mistral #', '    minReplicas: 1\n    maxReplicas: 4\n    targetRequests: 64\n  # Mistral #') },
  { name: 'kubeai-model-changed', repository: 'kubeai', change: edit(CATALOGUE, 'hf://mistralai/Mistral-Small-24B-Instruct-2501', 'hf://mistralai/Mistral-Small-24B-Instruct-2506') },
  {
    name: 'kubeai-model-added',
    repository: 'kubeai',
    change: edit(CATALOGUE, '  # Mistral #\n', '  qwen3-8b-l4:\n    enabled: false\n    features: [TextGeneration]\n    url: hf://Qwen/Qwen3-8B\n    engine: VLLM\n    args:\n      - --max-model-len=8192\n    resourceProfile: nvidia-gpu-l4:1\n  # Mistral #\n'),
  },
  { name: 'ray-llm-scaled-down', repository: 'ray-llm', change: edit(LLAMA, 'max_replicas: 8', 'max_replicas: 2') },
  {
    name: 'ray-llm-file-renamed',
    repository: 'ray-llm',
    change: all(
      rename(LLAMA, 'models/continuous_batching/meta-llama--Llama-2-7b-chat.yaml'),
      edit('serve_configs/meta-llama--Llama-2-7b-chat-hf.yaml', 'Llama-2-7b-chat-hf.yaml', 'Llama-2-7b-chat.yaml'),
    ),
  },
  { name: 'ray-llm-file-moved', repository: 'ray-llm', change: rename(LLAMA, 'models/llama/meta-llama--Llama-2-7b-chat-hf.yaml') },
  { name: 'petclinic-log-level', repository: 'spring-petclinic-config', change: edit('application.yml', 'logging.level.org.springframework: INFO', 'logging.level.org.springframework: DEBUG') },
  { name: 'petclinic-port-in-docker', repository: 'spring-petclinic-config', change: edit('vets-service.yml', 'port: 8083', 'port: 8084') },
  { name: 'petclinic-actuator-closed', repository: 'spring-petclinic-config', change: all(edit('application.yml', "        include: '*'", '        include: health,info'), edit('application.yml', 'management.security.enabled: false', 'management.security.enabled: true')) },
  { name: 'petclinic-database', repository: 'spring-petclinic-config', change: all(edit('application.yml', 'jdbc:mysql://localhost:3306', 'jdbc:mysql://mysql-server:3306'), edit('application.yml', 'password: petclinic', 'password: ${MYSQL_PASSWORD}')) },
  { name: 'phalanx-image-in-five', repository: 'phalanx', change: all(...REPORTS.map((path) => edit(path, 'tag: c0042', 'tag: c0043'))) },
  { name: 'phalanx-shadowed-default', repository: 'phalanx', change: edit('applications/nightreport/values.yaml', 'host: postgres.postgres', 'host: postgres.nightreport') },
  { name: 'phalanx-resources', repository: 'phalanx', change: edit('applications/herald/values.yaml', 'memory: "512Mi"', 'memory: "2Gi"') },
  {
    name: 'phalanx-application-in-a-new-place',
    repository: 'phalanx',
    change: all(
      add('applications/herald/values-usdfprod.yaml', 'config:\n  s3AlertsBucket: "rubin-alert-archive"\n  s3EndpointUrl: "https://sdfdatas3.slac.stanford.edu"\nautoscaling:\n  enabled: true\n'),
      edit('environments/values-usdfprod.yaml', 'applications:\n', 'applications:\n  herald: true\n'),
    ),
  },
  { name: 'llm-d-image-of-all', repository: 'llm-d-benchmark', change: edit(DEFAULTS, '&vllm-openai_version               v0.26.0', '&vllm-openai_version               v0.26.1') },
  { name: 'llm-d-scenario-renamed', repository: 'llm-d-benchmark', change: rename('config/scenarios/examples/cpu.yaml', 'config/scenarios/examples/cpu-only.yaml') },
]
