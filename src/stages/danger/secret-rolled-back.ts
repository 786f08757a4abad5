import { name, say, type Message } from '../../core/message.ts'
import { inBase, inSpan, locate } from '../../core/place.ts'
import type { Older } from '../../core/sops/sealed-change.ts'
import { fieldPlace, type SealedFile } from '../../core/sops/sealed-file.ts'
import type { Danger } from './found.ts'
import type { FindDangers } from './input.ts'

/** Values beside the first one that are named. */
const MOST_RELATED = 3

/** Encrypted files, or values of them, that are as they were before the base: what was replaced since is back. */
export const secretRolledBack: FindDangers<'danger/secret-rolled-back'> = ({ sealed }) => {
  const dangers: Danger[] = []
  for (const { before, after, older, environments } of sealed) {
    if (after === undefined) continue
    const [first, ...others] = older?.leaves ?? []
    if (older !== undefined && first !== undefined) {
      const count = others.length === 0 ? say`this value is that` : say`${others.length + 1} values of this file are those`
      const message = say`${count} of ${stateText(older)}, which ${others.length === 0 ? say`was` : say`were`} replaced since`
      const related = others.slice(0, MOST_RELATED).map(({ start, end }) => ({ message: say`and here`, location: locate(inSpan(after.source, start, end)) }))
      const location = locate(inSpan(after.source, first.start, first.end))
      dangers.push({ rule: 'danger/secret-rolled-back', message, location, related, environments })
    } else if (older !== undefined || goesBack({ before, after })) {
      const location = locate(fieldPlace(after, 'lastmodified'))
      const related = before === undefined ? [] : [{ message: say`the base has it from then`, location: inBase(locate(fieldPlace(before, 'lastmodified'))) }]
      const message = fileMessage({ before, after }, older)
      dangers.push({ rule: 'danger/secret-rolled-back', message, location, related, environments })
    }
  }
  return dangers
}

interface Sides {
  readonly before: SealedFile | undefined
  readonly after: SealedFile
}

function goesBack({ before, after }: Sides): boolean {
  if (before === undefined) return false
  return Date.parse(after.metadata.lastModifiedSeconds) < Date.parse(before.metadata.lastModifiedSeconds)
}

function fileMessage({ before, after }: Sides, older: Older | undefined): Message {
  if (before === undefined && older !== undefined) return say`this file was removed, and is back as ${stateText(older)} had it`
  const from = name(before?.metadata.lastModifiedSeconds ?? '')
  const to = name(after.metadata.lastModifiedSeconds)
  if (older === undefined) return say`this file goes back from ${from} to ${to}: what was replaced in between is back`
  return say`this file is that of ${stateText(older)} again: what was replaced since is back`
}

/** `commit 1a2b3c4d5e6f of 2026-11-01`. */
function stateText({ commit, day }: Older): Message {
  return say`commit ${name(commit.slice(0, 12))} of ${name(day)}`
}
