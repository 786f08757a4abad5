import { Failure } from '../../core/failure.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import { locate, showLocation } from '../../core/place.ts'
import { ageRecipientsOf, type CreationRule } from '../../core/sops/creation-rules.ts'
import type { SopsMetadata } from '../../core/sops/metadata.ts'
import type { SopsFile } from '../../stages/sops/read.ts'
import { planEach, recipientsOf, sameOtherKeys, sealedPointers, stepFor, type EarlierLoss, type SecretsPlan, type SecretStep } from './plan.ts'
import { readSecret, type Recipients, type SecretText } from './world.ts'

export interface UpdateRequest {
  /** The rule of `.sops.yaml` for a file; `undefined` where none covers it. */
  readonly ruleOf: (path: string) => CreationRule | undefined
  /** Recipients that are to open nothing any more. None: files get the recipients of their rules. */
  readonly revoked: ReadonlySet<string>
  /** A file as the last commit has it; asked where somebody is revoked. */
  readonly committed: (path: string) => SecretText | undefined
}

type Planned = SecretStep | { readonly reason: Message } | undefined

/**
 * Plans who can open files. Without revocations each gets the recipients of its rule and keeps its data key, as with
 * `sops updatekeys`. With revocations the files that those concerned can open get the recipients of their rules, or
 * keep theirs where they have none, and a new data key: who had the old one could read later edits with it. Files that
 * somebody of them could open in the last commit, and can no more, are named with their values: a run that was stopped
 * has done those already.
 *
 * @throws Failure where a rule still names who is revoked
 */
export function planUpdate(files: readonly SecretText[], request: UpdateRequest): SecretsPlan {
  if (request.revoked.size === 0) return planEach(files, (file) => planByRule(file, request))
  const plan = planEach(files, (file) => planRevocation(file, request))
  return { ...plan, earlier: plan.unchanged.flatMap((path) => lostBy(path, request) ?? []) }
}

function lostBy(path: string, { revoked, committed }: UpdateRequest): EarlierLoss | undefined {
  const before = committed(path)
  const read = before && readSecret(before)
  if (read?.ok !== true) return undefined
  const could = new Set(recipientsOf(read.result.metadata).groups.flat())
  const removed = [...could].filter((recipient) => revoked.has(recipient))
  return removed.length === 0 ? undefined : { path, removed, exposed: sealedPointers(read.result) }
}

function planByRule(file: SopsFile & { readonly path: string }, { ruleOf }: UpdateRequest): Planned {
  const rule = ruleOf(file.path)
  if (rule === undefined) return { reason: say`no rule of .sops.yaml covers it, so that nobody says who is to open it` }
  return othersDiffer(file.metadata, rule) ?? wanted(file, fromRule(rule), 'kept')
}

function planRevocation(file: SopsFile & { readonly path: string }, { ruleOf, revoked }: UpdateRequest): Planned {
  const now = recipientsOf(file.metadata)
  if (!now.groups.flat().some((recipient) => revoked.has(recipient))) return undefined
  const rule = ruleOf(file.path)
  const named = rule?.groups.flat().find((key) => key.type === 'age' && revoked.has(key.name))
  if (named !== undefined) {
    throw new Failure(
      'usage',
      say`${showLocation(locate(named.place))} still names ${name(named.name)} as a recipient of ${name(file.path)}`,
      say`take it out there first: what is not in .sops.yaml would come back with the next update`,
    )
  }
  const groups = now.groups.map((group) => group.filter((recipient) => !revoked.has(recipient)))
  const next = rule === undefined ? { groups, threshold: now.threshold } : fromRule(rule)
  return (rule && othersDiffer(file.metadata, rule)) ?? wanted(file, next, 'new')
}

function fromRule(rule: CreationRule): Recipients {
  const groups = ageRecipientsOf(rule).map((group) => [...new Set(group)])
  return { groups, threshold: rule.threshold }
}

function wanted(file: SopsFile & { readonly path: string }, next: Recipients, dataKey: SecretStep['dataKey']): Planned {
  const isOpen = next.groups.filter((group) => group.length > 0).length >= (next.groups.length > 1 ? next.threshold : 1)
  return isOpen ? stepFor(file, next, dataKey) : { reason: say`nobody could open it any more: name another recipient first` }
}

/** Keys of other types than age can be kept, and nothing else: Cairn cannot give them the data key. */
function othersDiffer({ groups }: SopsMetadata, rule: CreationRule): { readonly reason: Message } | undefined {
  if (sameOtherKeys(groups, rule)) return undefined
  const keys = [...groups.flatMap((group) => group.keys), ...rule.groups.flat()]
  const types = [...new Set(keys.map(({ type }) => type))].filter((type) => type !== 'age')
  return { reason: say`its keys of ${list(types.map(name))} are not those of its rule, and Cairn can only change keys of age: ${name('sops updatekeys')} does it` }
}
