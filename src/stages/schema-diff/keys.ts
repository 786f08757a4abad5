import { KIND } from '../../core/schema/allowed.ts'
import { name, say } from '../../core/message.ts'
import { viewAtKey } from './entries.ts'
import type { Aspect, Difference } from './difference.ts'
import { dependentKeys, type Needed, type View } from './view.ts'

function missing(to: View, from: View): readonly string[] {
  if ((from.kinds & KIND.mapping) === 0) return []
  return [...to.required.keys()].filter((key) => !from.required.has(key))
}

/** `required`. */
export const required: Aspect = {
  asksMore: (to, from) => missing(to, from).length > 0,
  tell: ({ base, head }) => {
    const differences: Difference[] = []
    for (const key of missing(head, base)) {
      const message = say`${name(key)} is required now`
      differences.push({ level: 'major', keyword: 'required', message, below: [key], ...of('head', head.required.get(key)) })
    }
    for (const key of missing(base, head)) {
      const message = say`${name(key)} is no longer required`
      differences.push({ level: 'minor', keyword: 'required', message, below: [key], ...of('base', base.required.get(key)) })
    }
    return differences
  },
}

function of<S>(side: 'base' | 'head', spot: S | undefined): { base?: S; head?: S } {
  return spot === undefined ? {} : { [side]: spot }
}

function needed(to: View, from: View): readonly Needed[] {
  if ((from.kinds & KIND.mapping) === 0) return []
  const given = dependentKeys(from)
  return [...dependentKeys(to)].flatMap(([pair, one]) => {
    const isGiven = given.has(pair) || from.required.has(one.needs) || viewAtKey(from, one.key).kinds === 0
    return isGiven || one.key === one.needs ? [] : [one]
  })
}

/** `dependentRequired`: keys that bring along others. */
export const dependentRequired: Aspect = {
  asksMore: (to, from) => needed(to, from).length > 0,
  tell: ({ base, head }) => [
    ...needed(head, base).map(({ key, needs, node, keyword }): Difference => {
      const message = say`${name(needs)} is required now where there is ${name(key)}`
      return { level: 'major', keyword: keyword ?? '', message, below: [needs], head: { node, ...(keyword && { keyword }) } }
    }),
    ...needed(base, head).map(({ key, needs, node, keyword }): Difference => {
      const message = say`${name(needs)} is no longer required where there is ${name(key)}`
      return { level: 'minor', keyword: keyword ?? '', message, below: [needs], base: { node, ...(keyword && { keyword }) } }
    }),
  ],
}
