import type { Config } from '../../core/config.ts'
import type { EnvironmentDefinition } from '../../core/environment.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import type { SnapshotEntry } from '../../core/ports.ts'
import type { PublishMention } from '../../core/publish-settings.ts'

export interface Mentionable {
  readonly config: Config
  readonly environments: readonly EnvironmentDefinition[]
  readonly kinds: ReadonlySet<string>
  readonly entries: readonly SnapshotEntry[]
}

/** What `publish` names and nothing defines: environments, kinds, recipients, run variables, and a file. */
export function reportUnknownMentions(known: Mentionable, report: Report): void {
  for (const mention of known.config.publish.mentions) {
    const problem = problemOf(mention, known)
    if (problem !== undefined) report(finding('config/bad-value', mention.place, problem))
  }
}

function problemOf({ of, name: named }: PublishMention, known: Mentionable): Message | undefined {
  const { config, environments, kinds, entries } = known
  switch (of) {
    case 'environment':
    case 'published': {
      const found = environments.find((environment) => environment.name === named)
      if (found === undefined) return unknown(say`no environment`, named, environments.map((environment) => environment.name))
      return of === 'published' && found.abstract ? say`${name(named)} is only inherited from, and never published` : undefined
    }
    case 'kind':
      return kinds.has(named) ? undefined : unknown(say`no document of the kind`, named, kinds)
    case 'recipient':
      return config.recipients.has(named) ? undefined : unknown(say`no recipient`, named, config.recipients.keys())
    case 'variable': {
      const variables = config.variables.map(({ variable }) => variable)
      return variables.includes(named) ? undefined : unknown(say`no run variable`, named, variables)
    }
    case 'file':
      return entries.some(({ path }) => path === named) ? undefined : say`there is no file ${name(named)}`
  }
}

function unknown(what: Message, named: string, known: Iterable<string>): Message {
  return say`there is ${what} ${name(named)}${didYouMean(named, known)}`
}
