/** How a reference in a text begins. */
export const REFERENCE = '${cairn:'

/** Whether a text may be or hold a reference: what it means is known when that is resolved. */
export function mayHoldReference(text: string): boolean {
  return text.includes(REFERENCE)
}
