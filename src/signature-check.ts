import type { SignatureCheck } from './queries/publish/verify-chain.ts'

export interface ClosedSignatureCheck extends SignatureCheck {
  /** Gives back what it holds on this machine. */
  readonly close: () => void
}

/**
 * Checks signatures with `ssh-keygen`, which is started with the first one.
 *
 * @param allowedSigners the text of a file of allowed signers; absent where nobody is known
 */
export async function signatureCheck(allowedSigners: Uint8Array | undefined): Promise<ClosedSignatureCheck> {
  const { SignatureChecker } = await import('./adapters/ssh-signature.ts')
  let checker: InstanceType<typeof SignatureChecker> | undefined
  return {
    knowsSigners: allowedSigners !== undefined,
    check: ({ signed, signature, entry }) => {
      checker ??= new SignatureChecker(allowedSigners)
      return checker.check({ text: signed, signature: signature ?? '', at: entry.time })
    },
    close: () => { checker?.close() },
  }
}
