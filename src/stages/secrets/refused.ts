import { finding, type Report } from '../../core/finding.ts'
import { list, name, say } from '../../core/message.ts'
import { inSpan } from '../../core/place.ts'
import type { RuleId, Severity } from '../../core/rules.ts'
import { PROBLEM_WORDS } from '../../core/sops/problem-words.ts'
import type { SopsProblem, SopsProblemKind } from '../../core/sops/problem.ts'
import type { Source } from '../../core/source.ts'
import { fieldPlace, type SealedFile } from '../../core/sops/sealed-file.ts'

type Rules = Readonly<Partial<Record<SopsProblemKind, RuleId>>>

/** What is told of a file without a key: its metadata cannot be read. */
const UNREADABLE: Rules = {
  'no-keys': 'secret/bad-metadata',
  'several-selectors': 'secret/bad-metadata',
  'bad-metadata': 'secret/bad-metadata',
  'no-metadata': 'secret/bad-metadata',
  'bad-content': 'secret/bad-metadata',
  'not-taken': 'secret/bad-metadata',
  'duplicate-key': 'secret/bad-metadata',
}

/** What is told with a key. Leaves in clear, damaged envelopes and a MAC that is missing are told without one. */
const UNOPENED: Rules = {
  'bad-recipient-block': 'secret/damaged-key',
  'bad-data-key': 'secret/damaged-key',
  'forged-value': 'secret/forged-value',
  'bad-value': 'secret/forged-value',
  'mac-forged': 'secret/forged-mac',
  'mac-mismatch': 'secret/mac-mismatch',
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

function tell(source: Source, problems: readonly SopsProblem[], rules: Rules, report: Report): void {
  for (const { kind, start, end } of problems.slice(0, MOST_TOLD)) {
    const rule = rules[kind]
    if (rule === undefined) continue
    const { said, next } = PROBLEM_WORDS[kind]
    const message = next === undefined ? said : say`${said}; ${next}`
    report(finding(rule, inSpan(source, start, Math.max(start, end)), message))
  }
}

/** Recipients that are named. */
const MOST_NAMED = 6

type LockedFile = Pick<SealedFile, 'source' | 'metadata'> & {
  /** Absent: a note. */
  readonly severity: Severity | undefined
}

/** Reports that none of the identities is a recipient of a file, if that is why it was not opened. */
export function reportLocked(
  { source, metadata, severity }: LockedFile,
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
  const more = severity === undefined ? {} : { severity }
  report(finding('secret/locked', inSpan(source, locked.start, Math.max(locked.start, locked.end)), message, more))
}
