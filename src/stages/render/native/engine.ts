import { own, type Mapping, type Value } from '../../../core/value.ts'
import { scalarText } from '../flat.ts'
import type { NativeService } from './input.ts'
import { isScalar, listAt, numberAt, partAt, textAt } from './read.ts'

/** Keys of vLLM's block that are an argument of the same name (docs.vllm.ai, "Engine Arguments"). */
const VLLM = [
  'dtype', 'tensor_parallel_size', 'pipeline_parallel_size', 'max_model_len', 'max_num_seqs', 'max_num_batched_tokens',
  'gpu_memory_utilization', 'kv_cache_dtype',
]
/** The same of Text Embeddings Inference (`text-embeddings-router --help`). */
const EMBEDDINGS = ['dtype', 'pooling', 'max_batch_tokens', 'max_concurrent_requests']

/** What a model's engine is started with; nothing for a service that has no engine of a known name. */
export function engineArguments({ name, value }: NativeService, weights: string | undefined): string[] {
  const engine = partAt(value, 'engine')
  const model = weightsOf(textAt(partAt(value, 'model'), 'weights') ?? '', weights)
  switch (own(engine, 'name')) {
    case 'vllm':
      return [
        `--model=${model}`, `--served-model-name=${name}`, ...listening(value, '--host'), ...settings(engine, VLLM),
        ...(own(engine, 'quantization') === 'none' ? [] : settings(engine, ['quantization'])),
        ...(own(engine, 'enable_prefix_caching') === true ? ['--enable-prefix-caching'] : []),
        ...listAt(engine, 'extra_args').filter(isScalar).map(scalarText),
      ]
    case 'text-embeddings-inference':
      return [`--model-id=${model}`, ...listening(value, '--hostname'), ...settings(engine, EMBEDDINGS)]
    default:
      return []
  }
}

/**
 * Where the engine finds weights: below the folder that the deployment mounts for them, which has what the bucket has.
 * Without such a folder, and for URLs of other forms, what the document says.
 */
function weightsOf(url: string, folder: string | undefined): string {
  if (url.startsWith('file://')) return url.slice('file://'.length)
  const match = /^[a-z0-9]+:\/\/[^/]+\/(.+)$/.exec(url)
  return folder === undefined || match === null ? url : `${folder.replace(/\/+$/, '')}/${match[1] as string}`
}

/** In a container it listens on all addresses: who may reach it is decided outside. */
function listening(value: Mapping, host: string): string[] {
  const network = partAt(value, 'network')
  const port = numberAt(network, 'port')
  const isVersion6 = textAt(network, 'host')?.includes(':') === true
  return [`${host}=${isVersion6 ? '::' : '0.0.0.0'}`, ...(port === undefined ? [] : [`--port=${String(port)}`])]
}

function settings(engine: Mapping, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const value: Value | undefined = own(engine, key)
    const isScalar = typeof value === 'string' || typeof value === 'number'
    return isScalar ? [`--${key.replaceAll('_', '-')}=${scalarText(value)}`] : []
  })
}
