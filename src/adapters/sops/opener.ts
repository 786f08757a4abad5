import type { Opener } from '../../core/opener.ts'
import type { Age } from '../age/age.ts'
import type { Identity } from '../age/identity.ts'
import { createSopsCipher } from './cipher.ts'
import { openDataKey } from './data-key.ts'
import { judge, linesToMask } from './plaintext.ts'

export interface OpenerInput {
  readonly age: Age
  readonly identities: readonly Identity[]
  /** Is given every line of what is opened that a log must not show. Absent: nothing is logged that could show one. */
  readonly mask?: (line: string) => void
}

/** Opens files with identities of age. */
export function createOpener({ age, identities, mask }: OpenerInput): Opener {
  const masked = new Set<string>()
  return {
    dataKey: async (metadata) => {
      const opened = await openDataKey(metadata, identities, age)
      return opened.ok ? { ok: true, result: opened.result.dataKey } : opened
    },
    cipher: createSopsCipher(),
    judge,
    opened: (secrets) => {
      if (mask === undefined) return
      for (const line of linesToMask(secrets)) {
        if (masked.has(line)) continue
        masked.add(line)
        mask(line)
      }
    },
  }
}
