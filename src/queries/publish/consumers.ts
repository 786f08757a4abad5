import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { decode } from '../../stages/parse/decode.ts'
import { readSops, sopsFormatOf } from '../../stages/sops/read.ts'
import type { Workspace } from '../../workspace.ts'
import type { SecretFile } from './gather.ts'

export interface ConsumersInput {
  readonly environment: string
  readonly secrets: readonly SecretFile[]
}

/** Says which of those who are to read an environment cannot open a file that it is published with. */
export function checkConsumers({ config }: Workspace, { environment, secrets }: ConsumersInput, report: Report): void {
  for (const { name: alias, place } of config.publish.consumers.get(environment) ?? []) {
    const known = config.recipients.get(alias)
    if (known === undefined) continue // has been reported
    for (const { source, bytes } of secrets) {
      const read = readSops(decode(source.path, bytes).source.text, sopsFormatOf(source.path))
      if (!read.ok) continue // has been reported
      const { groups, threshold } = read.result.metadata
      const opens = groups.filter(({ keys }) => keys.some((key) => key.type === 'age' && key.name === known.recipient))
      if (opens.length >= Math.min(threshold, groups.length)) continue
      const message = say`${name(alias)} is to read ${name(environment)}, and cannot open ${name(source.path)}: it is no recipient`
      report(finding('publish/consumer-cannot-open', place, message, { environment }))
    }
  }
}
