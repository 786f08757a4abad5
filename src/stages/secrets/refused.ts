import { finding, type Report } from '../../core/finding.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { RuleId } from '../../core/rules.ts'
import type { SopsProblem, SopsProblemKind } from '../../core/sops/problem.ts'
import type { Source } from '../../core/source.ts'
import { fieldPlace, type SealedFile } from './sealed-file.ts'

type Told = readonly [RuleId, Message]

/** What is told of a file without a key: its metadata cannot be read. */
const UNREADABLE: Readonly<Partial<Record<SopsProblemKind, Told>>> = {
  'no-keys': ['secret/bad-metadata', say`nobody can open this file: its metadata has no keys`],
  'several-selectors': ['secret/bad-metadata', say`the metadata has more than one selector, and SOPS takes one`],
  'bad-metadata': ['secret/bad-metadata', say`SOPS cannot read this field of its metadata, or it is missing`],
  'no-metadata': ['secret/bad-metadata', say`SOPS finds no metadata of its own in this file: of a stream the first document has to have it`],
  'bad-content': ['secret/bad-metadata', say`SOPS cannot read this: it takes mappings with texts as keys, without tags of one's own`],
}

/** What is told with a key. Leaves in clear, damaged envelopes and a MAC that is missing are told without one. */
const UNOPENED: Readonly<Partial<Record<SopsProblemKind, Told>>> = {
  'bad-recipient-block': ['secret/damaged-key', say`the data key for this recipient is damaged: take the metadata from an older commit, or encrypt the file anew`],
  'bad-data-key': ['secret/damaged-key', say`what this gives is no data key: take the metadata from an older commit, or encrypt the file anew`],
  'forged-value': ['secret/forged-value', say`this value does not open with the key of the file: it was changed, moved here from another key or file, or its key was renamed`],
  'bad-value': ['secret/forged-value', say`what is encrypted here is none of the type that the envelope says: it was changed`],
  'mac-forged': ['secret/forged-mac', say`the MAC does not open with the key of the file: it or \`lastmodified\` was changed`],
  'mac-mismatch': ['secret/mac-mismatch', say`the values of this file are not those that the MAC was made of: a value in clear was changed, or values were added, removed, reordered or given another type, without SOPS`],
}

/** Reports why SOPS's format could not be read. */
export function reportUnreadable(source: Source, problems: readonly SopsProblem[], report: Report): void {
  tell(source, problems, UNREADABLE, report)
}

/** Reports why a file could not be opened, or is not to be believed. */
export function reportUnopened(file: SealedFile, problems: readonly SopsProblem[], report: Report): void {
  const { start, end } = fieldPlace(file, 'mac')
  const isAboutMac = ({ kind }: SopsProblem): boolean => kind === 'mac-forged' || kind === 'mac-mismatch'
  tell(file.source, problems.map((one) => (isAboutMac(one) ? { ...one, start, end } : one)), UNOPENED, report)
}

/** Findings of one file that are told. */
const MOST_TOLD = 20

function tell(source: Source, problems: readonly SopsProblem[], words: typeof UNREADABLE, report: Report): void {
  for (const { kind, start, end } of problems.slice(0, MOST_TOLD)) {
    const told = words[kind]
    if (told !== undefined) report(finding(told[0], inSpan(source, start, Math.max(start, end)), told[1]))
  }
}

/** Recipients that are named. */
const MOST_NAMED = 6

/** Reports that none of the identities is a recipient of a file, if that is why it was not opened. */
export function reportLocked(
  { source, metadata }: Pick<SealedFile, 'source' | 'metadata'>,
  problems: readonly SopsProblem[],
  report: Report,
): void {
  const locked = problems.find(({ kind }) => kind === 'no-identity' || kind === 'too-few-groups')
  if (locked === undefined) return
  const recipients = [...new Set(metadata.groups.flatMap(({ keys }) => keys.filter(({ type }) => type === 'age').map((key) => key.name)))]
  const named = recipients.slice(0, MOST_NAMED).map((recipient) => say`${name(recipient)}`)
  const others = recipients.length > MOST_NAMED ? [say`${recipients.length - MOST_NAMED} others`] : []
  const enough = locked.kind === 'too-few-groups' ? say`, of which it takes keys of ${metadata.threshold} groups` : say``
  const message = say`none of the keys given opens this file: it is for ${list([...named, ...others])}${enough}`
  report(finding('secret/locked', inSpan(source, locked.start, Math.max(locked.start, locked.end)), message))
}
