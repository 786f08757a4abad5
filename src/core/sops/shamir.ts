/**
 * Shamir's secret sharing over GF(2^8) as HashiCorp Vault and SOPS do it: reduction polynomial 0x11B; a share is the
 * y bytes and then one x byte; each byte of the secret has a random polynomial of its own, of degree threshold − 1.
 */

const FIELD = 256
const REDUCTION = 0x11b
/** 3 generates the field's multiplicative group. */
const GENERATOR_STEP = (value: number) => {
  const doubled = (value << 1) ^ value
  return doubled >= FIELD ? doubled ^ REDUCTION : doubled
}

const EXP = new Uint8Array(FIELD * 2)
const LOG = new Uint8Array(FIELD)
for (let i = 0, value = 1; i < FIELD - 1; i++, value = GENERATOR_STEP(value)) {
  EXP[i] = value
  EXP[i + FIELD - 1] = value
  LOG[value] = i
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] as number) + (LOG[b] as number)] as number)
}

function divide(a: number, b: number): number {
  return a === 0 ? 0 : (EXP[(LOG[a] as number) - (LOG[b] as number) + FIELD - 1] as number)
}

/** Largest number of shares, and of the threshold. */
export const MOST_SHARES = 255

/**
 * Splits a secret; the x of the shares are 1, 2, 3 …, as SOPS numbers key groups.
 *
 * @param random cryptographically random bytes
 */
export function splitSecret(
  secret: Uint8Array,
  { parts, threshold }: { readonly parts: number; readonly threshold: number },
  random: (length: number) => Uint8Array,
): Uint8Array[] {
  if (parts > MOST_SHARES || threshold < 2 || threshold > parts) throw new RangeError('no such sharing')
  const shares = Array.from({ length: parts }, (_, i) => {
    const share = new Uint8Array(secret.length + 1)
    share[secret.length] = i + 1
    return share
  })
  for (const [at, byte] of secret.entries()) {
    const coefficients = random(threshold - 1)
    for (const share of shares) share[at] = evaluate(byte, coefficients, share[secret.length] as number)
  }
  return shares
}

function evaluate(constant: number, coefficients: Uint8Array, x: number): number {
  let value = 0
  for (const coefficient of Array.from(coefficients).reverse()) value = multiply(value, x) ^ coefficient
  return multiply(value, x) ^ constant
}

/**
 * The secret from its shares, all of which are used. Fewer than the threshold, or a wrong one, give other bytes:
 * nothing here can tell. `undefined` where shares have different lengths or the same x.
 */
export function combineShares(shares: readonly Uint8Array[]): Uint8Array | undefined {
  return valueAt(shares, 0)
}

/** The share of a group that was not opened, from those that were: enough shares give every other one. */
export function shareAt(shares: readonly Uint8Array[], x: number): Uint8Array | undefined {
  const values = valueAt(shares, x)
  return values === undefined ? undefined : Uint8Array.of(...values, x)
}

/** Lagrange interpolation at a point. */
function valueAt(shares: readonly Uint8Array[], point: number): Uint8Array | undefined {
  const length = (shares[0]?.length ?? 0) - 1
  const xs = shares.map((share) => share.at(-1) ?? 0)
  if (length < 1 || shares.some((share) => share.length !== length + 1)) return undefined
  if (xs.includes(0) || new Set(xs).size !== xs.length) return undefined
  const weights = xs.map((x, i) =>
    xs.reduce((weight, other, j) => (i === j ? weight : multiply(weight, divide(point ^ other, x ^ other))), 1),
  )
  const values = new Uint8Array(length)
  for (let at = 0; at < length; at++) {
    values[at] = shares.reduce((sum, share, i) => sum ^ multiply(share[at] as number, weights[i] as number), 0)
  }
  return values
}
