import {
  ARTIFACT_FORMATS, type EnvironmentManifest, type ManifestFile, type PublicationManifest,
} from '../../core/publication.ts'
import { isCommit, isDigest, isObject, orNull, parsedJson, type Is } from '../../core/untrusted.ts'

/** Largest manifest that is read, in bytes. */
export const MAX_MANIFEST_BYTES = 50_000_000
/** Most characters of a text in a manifest. */
export const MOST_TEXT = 10_000

/**
 * Reads a publication's `manifest.json`, which anybody may have written; undefined for what Cairn does not write, a
 * version to come included.
 */
export function readPublicationManifest(bytes: Uint8Array): PublicationManifest | undefined {
  const data = parsedJson(Buffer.from(bytes).toString('utf8'))
  const isManifest = isShaped(data, {
    version: (value) => value === 1,
    source: shape({ commit: isCommit, prefix: isText }),
    tool: shape({ name: (value) => value === 'cairn', version: isText, digest: orNull(isDigest) }),
    inputs: listOf(shape({ path: isText, sha256: isDigest })),
    environments: listOf(shape({ name: isName, manifest: isFile })),
  })
  return isManifest ? (data as PublicationManifest) : undefined
}

/** Reads an environment's `manifest.json` in the same way. */
export function readEnvironmentManifest(bytes: Uint8Array): EnvironmentManifest | undefined {
  const data = parsedJson(Buffer.from(bytes).toString('utf8'))
  const isManifest = isShaped(data, {
    version: (value) => value === 1,
    environment: isName,
    kinds: listOf(shape({ name: isText, version: isCount, schema: orNull(isDigest) })),
    artifacts: listOf(shape({
      ...FILE,
      document: isText,
      format: (value) => ARTIFACT_FORMATS.some((format) => format === value),
      layers: listOf(isLayer),
    })),
    secrets: listOf(shape({ ...FILE, source: isLayer })),
    sealed: orNull(isFile),
    variables: (value) => isObject(value) && Object.values(value).every(isText),
  })
  return isManifest ? (data as EnvironmentManifest) : undefined
}

/** Whether a path stays below the folder that it is relative to, and is written in one way only. */
export function isPlainPath(path: string): boolean {
  // eslint-disable-next-line no-control-regex -- what no file of a publication has in its name
  if (path === '' || /[\u0000-\u001f\u007f\\]/.test(path)) return false
  return path.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..' && !isGit(segment))
}

/** Git takes no such folder into a tree, however it is spelled on file systems that do not tell case apart. */
function isGit(segment: string): boolean {
  return segment.toLowerCase() === '.git'
}

const isText: Is = (value) => typeof value === 'string' && value.length <= MOST_TEXT
const isPath: Is = (value) => typeof value === 'string' && isPlainPath(value)
/** Of an environment: one folder, or several. */
const isName = isPath
const isCount: Is = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const listOf = (is: Is): Is => (value) => Array.isArray(value) && value.every(is)
const FILE: Readonly<Record<keyof ManifestFile, Is>> = { path: isPath, size: isCount, sha256: isDigest }
const isFile = shape(FILE)
const isLayer = shape({ path: isText, blob: orNull(isCommit) })

function shape(members: Readonly<Record<string, Is>>): Is {
  return (value) => isShaped(value, members)
}

/** Exactly these members: what Cairn does not know it cannot vouch for. */
function isShaped(value: unknown, members: Readonly<Record<string, Is>>): boolean {
  if (!isObject(value)) return false
  const keys = Object.keys(value)
  return keys.length === Object.keys(members).length
    && keys.every((key) => Object.hasOwn(members, key) && (members[key] as Is)(value[key]))
}
