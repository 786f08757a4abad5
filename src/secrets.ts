import { Collector } from './core/collector.ts'
import type { Linked } from './core/effective.ts'
import type { Report } from './core/finding.ts'
import { formatOf } from './core/format.ts'
import { list, name, say, type Message } from './core/message.ts'
import type { Secret } from './core/opaque.ts'
import type { Opener } from './core/opener.ts'
import { ruleFor } from './core/sops/creation-rules.ts'
import type { SopsProblemKind } from './core/sops/problem.ts'
import type { Source } from './core/source.ts'
import { checkPlainFiles } from './plain-files.ts'
import { hasEncryptedName, type SecretFiles } from './secret-files.ts'
import { readRules, rulesOf, type RulesByFolder } from './secret-rules.ts'
import { compileGlob, isIgnored } from './stages/discover/ignore.ts'
import { createLayout, isUnderRoot } from './stages/discover/layout.ts'
import { checkSealed } from './stages/secrets/check-sealed.ts'
import { reportUnreadable } from './stages/secrets/refused.ts'
import { readSops, type SopsFile } from './stages/sops/read.ts'
import { keepSecrets, unlock, type ReadFile, type SecretsByEnvelope } from './unlock.ts'
import type { Workspace } from './workspace.ts'

export interface SecretFilesRun {
  readonly collector: Collector
  /** `2027-01-31`. Absent: no file is due. */
  readonly today?: string
  /** After how many days a file is due. Absent: as `cairn.yaml` says. */
  readonly maxAgeDays?: number
  /** Absent: nothing is opened. */
  readonly opener?: Opener
  /** Whether encrypted files that are no layers are checked too: where everything is. */
  readonly isWhole?: boolean
  /** What earlier runs found of files. Not together with `opener`. */
  readonly memory?: SealedMemory
  /** Whether somebody will ask for opened values; where not, none is kept once its file was verified. */
  readonly isAsked?: boolean
}

/** What was found of encrypted files that need not be looked at again: they, the rules and the day are the same. */
export interface SealedMemory {
  readonly recallFile: (path: string, isLayer: boolean) => Collector | undefined
  readonly keepFile: (path: string, isLayer: boolean, findings: Collector) => void
}

/** What a run knows of the encrypted files that it came across. */
export interface SecretFilesResult {
  /** Empty where nobody asks for them. */
  readonly secrets: SecretsByEnvelope
  /** The files that were opened, and believed. */
  readonly opened: ReadonlySet<string>
  /** What could not be checked of them, and why. */
  readonly notChecked: readonly Message[]
}

/** Files that are read and unlocked together: unwrapping keys one by one takes twice as long. */
const TOGETHER = 8

/**
 * Checks the encrypted files that documents are made of, and with a key opens them: those of environments without
 * errors of parsing and linking. A file's data key is unwrapped once, and its MAC verified before anything is used.
 */
export async function checkSecretFiles(
  workspace: Workspace,
  files: SecretFiles,
  run: SecretFilesRun,
): Promise<SecretFilesResult> {
  const { collector, opener, isWhole } = run
  const rules = await readRules(workspace, collector)
  const secrets = new Map<string, Secret>()
  const opened = new Set<string>()
  const others = isWhole === true ? otherFiles(workspace) : []
  const isLayer = new Set(files.paths)
  const paths = [...files.paths, ...others]
  for (let start = 0; start < paths.length; start += TOGETHER) {
    const read: ReadFile[] = []
    for (const path of paths.slice(start, start + TOGETHER)) {
      const one = await checkOne(path, { workspace, rules, run, isLayer: isLayer.has(path) })
      const mayOpen = isLayer.has(path) ? files.mayOpen(path) : files.isSound
      if (one !== undefined && mayOpen) read.push(one)
    }
    if (opener === undefined) continue
    for await (const file of unlock(read, { opener, workspace, collector })) {
      opened.add(file.path)
      if (run.isAsked === true) keepSecrets(file, secrets)
    }
  }
  await checkPlainFiles(workspace, files.plain, { rules, collector })
  return { secrets, opened, notChecked: notChecked(files, paths.length, opened, run) }
}

function notChecked(
  { closed }: SecretFiles,
  count: number,
  opened: ReadonlySet<string>,
  { opener }: SecretFilesRun,
): Message[] {
  const left = count - opened.size
  if (left === 0) return []
  const which = left === count ? say`${left}` : say`${left} of ${count}`
  const nouns = left === 1 ? say`file` : say`files`
  const what = say`the values of ${which} encrypted ${nouns}, and whether they were changed without SOPS (MAC)`
  if (opener === undefined) return [say`${what}: this run was given no key`]
  if (closed.length === 0) return [what]
  const where = list(closed.map((one) => name(one)))
  return [say`${what}; nothing is opened in ${where}: a file there cannot be read, or a reference is not resolved`]
}

/** Files that are no layers and that their names call encrypted, as far as they are. */
function otherFiles(workspace: Workspace): readonly string[] {
  const { snapshot, discovery, reader } = workspace
  const layers = new Set(discovery.files)
  const isOurs = mayBeOurs(workspace)
  const named = snapshot.entries.filter(({ path, type }) => {
    return type === 'file' && hasEncryptedName(path) && !layers.has(path) && isOurs(path)
  })
  const paths = named.map(({ path }) => path)
  snapshot.prefetch(paths)
  return paths.filter((path) => reader.bytes(path)?.includes('lastmodified') === true)
}

/** Tells the files that a repository looks at: those of the folders of its layout, but for what is ignored. */
export function mayBeOurs({ config }: Pick<Workspace, 'config'>): (path: string) => boolean {
  const ignored = config.ignore.flatMap((glob) => compileGlob(glob, () => undefined))
  const layout = createLayout(config)
  return (path) => isUnderRoot(layout, path) && !isIgnored(ignored, path)
}

interface Checking {
  readonly workspace: Workspace
  readonly rules: RulesByFolder
  readonly run: SecretFilesRun
  readonly isLayer: boolean
}

async function checkOne(path: string, checking: Checking): Promise<ReadFile | undefined> {
  const { run: { collector, memory }, isLayer } = checking
  if (memory === undefined) return checkSource(path, checking, collector)
  let findings = memory.recallFile(path, isLayer)
  if (findings === undefined) {
    await checkSource(path, checking, (findings = new Collector()))
    memory.keepFile(path, isLayer, findings)
  }
  collector.absorb(findings)
  return undefined
}

async function checkSource(path: string, by: Checking, collector: Collector): Promise<ReadFile | undefined> {
  const { workspace: { reader, engines: { goRegexp: regexp }, config }, rules, run, isLayer } = by
  const { today, maxAgeDays: days = config.secrets.maxAgeDays } = run
  const read = await reader.whole(collector, () => {
    const source = reader.source(path)
    // Of a layer it is told where it is parsed that a key stands twice.
    const file = source && readEncrypted(source, collector.report, isLayer ? TOLD : undefined)
    if (source === undefined || file === undefined) return undefined
    const ruled = rulesOf(path, rules)
    const isKnown = ruled?.rules.rules !== undefined && ruled.rules.sound
    checkSealed({ source, ...file }, {
      regexp,
      report: collector.report,
      ...(isKnown ? { expected: { rules: ruled.file, rule: ruleFor(ruled.rules, ruled.below, regexp) } } : {}),
      ...(today === undefined ? {} : { due: { today, days } }),
    })
    return { path, source, file }
  })
  collector.close()
  return read
}

const TOLD: ReadonlySet<SopsProblemKind> = new Set(['duplicate-key'])

/** Reads an encrypted file in SOPS's terms; why it cannot be read is reported, but for what has been told. */
export function readEncrypted(
  source: Source,
  report: Report,
  told: ReadonlySet<SopsProblemKind> = new Set(),
): SopsFile | undefined {
  const format = formatOf(source.path)
  const read = readSops(source.text, format === undefined || format === 'toml' ? 'binary' : format, source.mark)
  if (read.ok) return read.result
  reportUnreadable(source, read.problems.filter(({ kind }) => !told.has(kind)), report)
  return undefined
}

/** Whether every encrypted layer of a document was opened. */
export function isOpened({ effective: { layers } }: Linked, opened: ReadonlySet<string>): boolean {
  return layers.every((layer) => layer.from !== 'file' || !layer.encrypted || opened.has(layer.tree.source.path))
}
