import { readBytes, writeFileAtomically, type RepositoryFile } from '../repository-file.ts'
import { git } from './run.ts'

const DRIVER = 'cairn-secrets'
/** What `.sops.` in a name says; the configuration of SOPS itself, `.sops.yaml`, is left out. */
const PATTERN = '?*.sops.*'
/**
 * Where a program of Git's does not find `cairn` (another PATH), lines are merged: a driver that fails leaves our side
 * in the file, unmarked, and whoever adds that loses theirs.
 */
const COMMAND = [
  'if command -v cairn >/dev/null 2>&1; then cairn secrets merge -- %O %A %B %P;',
  'else git merge-file -L ours -L base -L theirs %A %O %B; fi',
].join(' ')

/** What is to be written so that Git merges encrypted files with Cairn. Both are empty where it does already. */
export interface DriverPlan {
  /** Settings of the repository's own configuration. */
  readonly settings: readonly (readonly [name: string, value: string])[]
  /** Lines behind those of `.gitattributes`. */
  readonly attributes: readonly string[]
}

/** @param paths of encrypted files, below the top of the repository */
export function planDriver(top: string, paths: readonly string[]): DriverPlan {
  const wanted = [[`merge.${DRIVER}.name`, 'values of SOPS files, by Cairn'], [`merge.${DRIVER}.driver`, COMMAND]] as const
  const settings = wanted.filter(([setting, value]) => {
    const { status, stdout } = git(top, ['config', '--local', '--get', setting], { answers: [1] })
    return status !== 0 || stdout.toString('utf8').trimEnd() !== value
  })
  const lines = new Set(readBytes(attributesOf(top))?.toString('utf8').split(/\r?\n/))
  const others = paths.filter((path) => !/[^/]\.sops\.[^/]*$/.test(path)).map((path) => `/${path}`)
  const attributes = [PATTERN, ...others.map(quoted)].map((pattern) => `${pattern} merge=${DRIVER}`)
  return { settings, attributes: attributes.filter((line) => !lines.has(line)) }
}

/** Carries a plan out. */
export function installDriver(top: string, { settings, attributes }: DriverPlan): void {
  for (const [setting, value] of settings) git(top, ['config', '--local', setting, value])
  if (attributes.length === 0) return
  const before = readBytes(attributesOf(top))
  const text = before?.toString('utf8') ?? ''
  const gap = text === '' || text.endsWith('\n') ? '' : '\n'
  writeFileAtomically(attributesOf(top), { before, after: `${text}${gap}${attributes.map((line) => `${line}\n`).join('')}` })
}

const attributesOf = (top: string): RepositoryFile => ({ top, path: '.gitattributes', shown: '.gitattributes' })

/** A path as a pattern of its own (gitattributes(5)): in quotes where it has blanks, its wildcards escaped. */
function quoted(path: string): string {
  const escaped = path.replace(/[\\*?[\]]/g, '\\$&')
  return /[\s"]/.test(escaped) ? JSON.stringify(escaped) : escaped
}
