import type { Collector } from './core/collector.ts'
import { Secret } from './core/opaque.ts'
import type { Opener } from './core/opener.ts'
import type { Severity } from './core/rules.ts'
import type { Source } from './core/source.ts'
import { reportLocked, reportUnopened } from './stages/secrets/refused.ts'
import { openSops, type OpenedFile } from './stages/sops/open.ts'
import type { SopsFile } from './stages/sops/read.ts'
import type { Workspace } from './workspace.ts'

/** Plaintext by ciphertext: the same text in a file that was opened stands for the same value. */
export type SecretsByEnvelope = ReadonlyMap<string, Secret>

/** An encrypted file that was read. */
export interface ReadFile {
  readonly path: string
  readonly source: Source
  readonly file: SopsFile
}

/** An encrypted file that was opened, and whose MAC is right. */
export interface UnlockedFile {
  readonly path: string
  readonly opened: OpenedFile
}

export interface UnlockRun {
  readonly opener: Opener
  readonly workspace: Workspace
  readonly collector: Collector
  /** How severe it is that no key opens a file. Absent: a note, since most runs do without. */
  readonly locked?: Severity
}

/**
 * Opens files, their data keys unwrapped at once, and verifies them, one by one: nothing of one is kept when the next
 * is opened. What is wrong is reported, and the file is left out. Whoever masks secrets is told of them before anything
 * else is done.
 */
export async function* unlock(files: readonly ReadFile[], run: UnlockRun): AsyncGenerator<UnlockedFile> {
  const { opener, workspace: { reader, engines: { goRegexp: regexp } }, collector } = run
  const keys = await Promise.all(files.map(({ file }) => opener.dataKey(file.metadata)))
  for (const [i, { path, source, file }] of files.entries()) {
    const key = keys[i]
    if (key === undefined) continue
    if (!key.ok) {
      reportLocked({ source, ...file, severity: run.locked }, key.problems, collector.report)
      reportUnopened({ source, ...file }, key.problems, collector.report)
    } else {
      const { cipher } = opener
      const opened = await reader.whole(collector, () => openSops(file, key.result, { cipher, regexp }))
      if (opened.ok) {
        opener.opened(secretsIn(opened.result))
        yield { path, opened: opened.result }
      } else reportUnopened({ source, ...file }, opened.problems, collector.report)
    }
    collector.close()
  }
}

function secretsIn({ leaves, comments }: OpenedFile): readonly Secret[] {
  const secrets: Secret[] = []
  for (const { value } of leaves) if (value instanceof Secret) secrets.push(value)
  for (const { opened } of comments) if (opened !== undefined) secrets.push(opened.text)
  return secrets
}

/** Adds the values of a file to those that are known. */
export function keepSecrets({ opened: { leaves } }: UnlockedFile, secrets: Map<string, Secret>): void {
  for (const { leaf, value } of leaves) {
    if (value instanceof Secret && leaf.value !== null && 'text' in leaf.value) secrets.set(leaf.value.text, value)
  }
}
