import type { Discovery } from '../core/discovery.ts'

/** Tells whose layer a file is: environments, null for a layer below all of them; of other files nobody's. */
export function ownersIn({ documents, shared }: Discovery): (file: string) => ReadonlySet<string | null> {
  let owners: Map<string, Set<string | null>> | undefined
  return (file) => (owners ??= collect({ documents, shared })).get(file) ?? NOBODY
}

const NOBODY: ReadonlySet<string | null> = new Set()

function collect({ documents, shared }: Pick<Discovery, 'documents' | 'shared'>): Map<string, Set<string | null>> {
  const owners = new Map<string, Set<string | null>>()
  for (const sources of [...Array.from(documents.values(), (one) => one.sources), ...shared.values()]) {
    for (const { path, environment } of sources) {
      const known = owners.get(path)
      if (known === undefined) owners.set(path, new Set([environment]))
      else known.add(environment)
    }
  }
  return owners
}
