import type { EnvironmentDefinition } from '../../src/core/environment.ts'
import { readConfig } from '../../src/stages/discover/config.ts'
import { inherit } from '../../src/stages/inherit/inherit.ts'
import { collect, treeOf } from '../discover/tree.ts'

/** Environments from what stands under `environments:` in a `cairn.yaml`, with their places in it. */
export function definitionsOf(text: string): readonly EnvironmentDefinition[] {
  const { report, found } = collect()
  const { environments } = readConfig(treeOf('cairn.yaml', `environments:\n${text}`), report)
  if (found.length > 0) throw new Error(found.map(({ message }) => message).join('; '))
  return environments
}

export function inheritText(text: string) {
  const { report, found } = collect()
  return { environments: inherit(definitionsOf(text), report), found }
}

/** Environments from a table of parents, lowest precedence first. */
export function inheritTable(parents: Readonly<Record<string, readonly string[]>>) {
  const { report, found } = collect()
  const place = { in: 'file', file: 'cairn.yaml' } as const
  const definitions = Object.entries(parents).map(([name, inherits]): EnvironmentDefinition => ({
    name,
    inherits: inherits.map((parent) => ({ name: parent, place })),
    abstract: false,
    protected: false,
    labels: {},
    variables: {},
    without: [],
    place,
  }))
  return { environments: inherit(definitions, report), found }
}
