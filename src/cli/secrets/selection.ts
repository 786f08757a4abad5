import { Collector } from '../../core/collector.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { suggestion, nearest } from '../../core/nearest.ts'
import { daysBetween } from '../../queries/secrets/status.ts'
import { readSecret } from '../../queries/secrets/world.ts'
import type { Workspace } from '../../workspace.ts'
import { open, type WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import type { LoadedFile } from './files.ts'

/** The repository that files belong to; its findings are `cairn check`'s. */
export function openQuietly(where: WhereOptions, terminal: Terminal): Promise<Workspace> {
  const { directory } = where
  return open(directory === undefined ? {} : { directory }, terminal, new Collector())
}

/** What `cairn.yaml` calls recipients. */
export function aliasesOf({ config }: Workspace): ReadonlyMap<string, string> {
  return new Map(Array.from(config.recipients, ([alias, { recipient }]) => [recipient, alias]))
}

/** Recipients by what they are called, or by themselves. */
export function recipientsNamed(named: readonly string[], { config }: Workspace): ReadonlySet<string> {
  return new Set(named.map((one) => {
    if (/^(?:age1[a-z0-9]{20}|ssh-)/.test(one)) return one
    const known = config.recipients.get(one)
    if (known !== undefined) return known.recipient
    throw new Failure('usage', say`cairn.yaml calls no recipient ${name(one)}${suggestion(nearest(one, config.recipients.keys()))}`)
  }))
}

/** The files that are as old as `cairn.yaml` allows at most. */
export function dueFiles(files: readonly LoadedFile[], { config }: Workspace, today: string): LoadedFile[] {
  return files.filter((file) => {
    const read = readSecret(file)
    if (!read.ok) return true
    return daysBetween(read.result.metadata.lastModifiedSeconds.slice(0, 10), today) >= config.secrets.maxAgeDays
  })
}
