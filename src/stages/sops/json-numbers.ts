import type { Secret } from '../../core/opaque.ts'
import type { Clear } from '../../core/sops/document.ts'
import type { SopsCipher } from '../../core/sops/ports.ts'
import type { SopsFormat } from './read.ts'

const NO_NUMBERS = ['NaN', '+Inf', '-Inf']

/** Whether a value is a float for which JSON has no form: nobody could write out the file that holds it. */
export function isNoNumber(value: Secret | Clear, format: SopsFormat, cipher: SopsCipher): boolean {
  if (format !== 'json' || value.type !== 'float') return false
  return NO_NUMBERS.some((text) => cipher.same(value, { type: 'float', text }))
}
