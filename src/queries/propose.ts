import type { Collector } from '../core/collector.ts'
import { Opaque } from '../core/opaque.ts'
import type { Proposal } from '../core/proposal.ts'
import type { Snapshot } from '../core/ports.ts'
import { createReader } from '../reading.ts'
import { propose } from '../stages/discover/propose/propose.ts'

/** Looks at a repository as it is and proposes a `cairn.yaml` for it. What cannot be parsed is left aside. */
export function proposeFor(snapshot: Snapshot, collector: Collector): Promise<Proposal> {
  const reader = createReader(snapshot)
  return reader.whole(collector, () =>
    propose({
      paths: snapshot.entries.map(({ path }) => path),
      read: (path) => {
        const values = reader.trees(path, { stream: true }, () => {}).map(({ value }) => value)
        return values.some((value) => value instanceof Opaque) ? undefined : values
      },
    }),
  )
}
