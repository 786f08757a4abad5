/** 64 bits of a text in hexadecimal, to tell texts apart; nobody gains anything by finding two that share them. */
export function digest(text: string): string {
  return hex(fnv(text, 0x811c9dc5)) + hex(fnv(text, 0x050c5d1f))
}

/** FNV-1a over UTF-16 units, and the finalizer of MurmurHash3, without which neighbours stay neighbours. */
function fnv(text: string, seed: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

const hex = (bits: number): string => (bits >>> 0).toString(16).padStart(8, '0')
