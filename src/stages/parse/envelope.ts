import { Sealed } from '../../core/opaque.ts'
import { parseEnvelope } from '../../core/sops/envelope.ts'

export { ENVELOPE_START } from '../../core/sops/envelope.ts'

/** Reads one leaf as SOPS writes an encrypted scalar; `undefined` where the text is none (see `parseEnvelope`). */
export function readEnvelope(text: string): Sealed | undefined {
  const envelope = parseEnvelope(text)
  return envelope === undefined ? undefined : new Sealed(envelope.type, text)
}
