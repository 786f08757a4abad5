import type { Concern } from '../../core/concern.ts'
import { say } from '../../core/message.ts'
import { pointer } from '../../core/pointer.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import { countOf, truthOf } from './requests.ts'
import { concernsOf, spotOf, type Rule } from './rule.ts'

/** Services that ask for GPUs and do not say how much memory each of them has. */
export function gpuMemory(config: RuleConfig<'consistency/gpu-memory'>): Rule {
  const { kinds, gpu, 'gpu-switch': gpuSwitch, memory } = config.settings
  const concern = concernsOf('consistency/gpu-memory', config)
  const concerns: Concern[] = []
  return {
    prepare: (table) => {
      if (!kinds.includes(table.kind)) return undefined
      const [gpuSlot, switchSlot, memorySlot] = [table.slot(gpu), table.slot(gpuSwitch), table.slot(memory)]
      return (subject, facts) => {
        const isOn = truthOf(facts[switchSlot])
        const count = countOf(facts[gpuSlot])
        if (isOn === false || count === 0 || (isOn !== true && (count === undefined || count < 1))) return
        const given = facts[memorySlot]
        if (given !== undefined && given !== 0 && given !== '0' && given !== '') return
        const asks = isOn === true ? gpuSwitch : gpu
        const message = given === undefined
          ? say`this asks for a GPU and does not say how much memory it needs; add ${pointer(memory)}`
          : say`this asks for a GPU, and ${pointer(memory)} is nothing`
        const at = given === undefined ? spotOf(subject, asks, 'key') : spotOf(subject, memory)
        concerns.push(concern({ message, at }))
      }
    },
    concerns: () => concerns,
  }
}
