/**
 * An age identity that can open files. Its text is in a private field: nothing that inspects, clones or serialises it
 * tells what it is.
 */
export class Identity {
  /** Its public half, `age1…`; what names it in files and messages. */
  readonly recipient: string
  readonly #text: string

  constructor(text: string, recipient: string) {
    this.#text = text
    this.recipient = recipient
    Object.freeze(this)
  }

  /** For the adapter that decrypts with it, and for a command that writes a key it has just made. */
  reveal(): string {
    return this.#text
  }

  toJSON(): never {
    throw new TypeError('an identity was about to be written')
  }
}

/**
 * What a line that should hold an identity holds instead: nothing known (mistyped, cut), a recipient (the public half),
 * a plugin's identity, an SSH key, or a key file under a passphrase. Names the kind, never the text.
 */
export interface IdentityFault {
  readonly kind: 'unknown' | 'recipient' | 'plugin' | 'ssh' | 'passphrase'
  /** The line, from 1; of `SOPS_AGE_KEY` the word. */
  readonly line: number
}

const PRIVATE_KEY = /^AGE-SECRET-KEY-(?:PQ-)?1/
const AGE_FILE = /^\s*(?:age-encryption\.org\/|-----BEGIN AGE ENCRYPTED FILE-----)/
const SSH_KEY = /^\s*-----BEGIN [A-Z ]*PRIVATE KEY-----/

/** What a candidate line is before it is tried. */
export type Candidate = { readonly line: number; readonly text: string } | IdentityFault

/**
 * Takes a key file, or the text of `SOPS_AGE_KEY`, apart: an identity a line, `#` and blank lines skipped, several in a
 * line allowed (SOPS 3.13). Blanks around a key are forgiven.
 */
export function candidatesIn(text: string): readonly Candidate[] {
  if (AGE_FILE.test(text)) return [{ kind: 'passphrase', line: 1 }]
  if (SSH_KEY.test(text)) return [{ kind: 'ssh', line: 1 }]
  return text.split(/\r\n?|\n/).flatMap((content, i) => {
    if (content.startsWith('#')) return []
    return content.split(/\s+/).filter((word) => word !== '').map((word) => candidate(word, i + 1))
  })
}

function candidate(word: string, line: number): Candidate {
  if (PRIVATE_KEY.test(word)) return { line, text: word }
  if (word.startsWith('AGE-PLUGIN-')) return { kind: 'plugin', line }
  if (word.startsWith('age1')) return { kind: 'recipient', line }
  return { kind: /^ssh-/.test(word) ? 'ssh' : 'unknown', line }
}
