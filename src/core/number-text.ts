/**
 * A number as text: JavaScript's, but whole numbers below 1e21 in exact digits. From 2^53 on JavaScript pads the
 * shortest ones with zeros: `2 ** 60` is `1152921504606847000` to it, another number to a reader of whole numbers.
 */
export function numberText(value: number): string {
  const isPadded = Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) < 1e21
  return isPadded ? String(BigInt(value)) : String(value)
}

/** A number in digits alone, for readers that know no exponents: sizes of Docker and Kubernetes. */
export function digitsOf(value: number): string {
  if (Number.isInteger(value)) return String(BigInt(value))
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

/** A line of indented JSON that ends with a whole number of so many digits that some may be padding. */
const LONG_NUMBER = /^( *(?:"(?:[^"\\]|\\.)*": )?)(-?[0-9]{16,})(?=,?$)/gm

/** JSON, two spaces deep, with numbers as {@link numberText} has them. */
export function indentedJson(data: unknown): string {
  const json = JSON.stringify(data, null, 2)
  // Hardly any has one, and to look for the lines takes longer.
  if (!/[0-9]{16}/.test(json)) return json
  return json.replace(LONG_NUMBER, (_, start: string, digits: string) => start + numberText(Number(digits)))
}
