import { candidatesIn, Identity, type IdentityFault } from './identity.ts'
import { x25519Key } from './x25519-key.ts'

/**
 * Why an age file did not open: none of the identities is one of its recipients, or the file is damaged (its armor, its
 * header, or its content).
 */
export type AgeFault = 'no-match' | 'damaged'

/** The identities of a text, and the lines that hold none. */
export interface ParsedIdentities {
  readonly identities: readonly Identity[]
  readonly faults: readonly IdentityFault[]
}

/** What a text that should be a recipient is: X25519 and ML-KEM hybrids can be encrypted to. */
export type RecipientKind = 'recipient' | 'plugin' | 'ssh' | 'unknown'

/** age (https://age-encryption.org/v1) by `age-encryption`. No error of the library, which may quote a key, gets out. */
export interface Age {
  /** Reads a key file, or the text of a variable. Nothing of the text is in what it returns, but the identities. */
  identities(text: string): Promise<ParsedIdentities>
  /** Makes a new identity: X25519, or the post-quantum hybrid of ML-KEM-768 and X25519. */
  generate(kind: 'x25519' | 'hybrid'): Promise<Identity>
  recipientKind(text: string): Promise<RecipientKind>
  /** Encrypts to one recipient; armored, as SOPS keeps data keys. `undefined` where the recipient cannot be used. */
  encrypt(plaintext: Uint8Array, recipient: string): Promise<string | undefined>
  /** Decrypts an age file, binary or armored. Passphrases are never tried. */
  decrypt(file: Uint8Array | string, identities: readonly Identity[]): Promise<Uint8Array | AgeFault>
}

type Library = typeof import('./library.ts')
type Decrypter = InstanceType<Library['Decrypter']>

/** age, its library loaded when it is first needed. */
export function createAge(): Age {
  let library: Promise<Library> | undefined
  const load = () => (library ??= import('./library.ts'))
  // The library works out an identity's public half whenever one is added, half of what opening a file costs.
  const decrypters = new WeakMap<Identity, Promise<Decrypter>>()
  const decrypterOf = (identity: Identity, age: Library): Promise<Decrypter> => {
    let decrypter = decrypters.get(identity)
    if (decrypter === undefined) decrypters.set(identity, (decrypter = newDecrypter(identity, age)))
    return decrypter
  }
  return {
    identities: async (text) => parse(text, await load()),
    generate: async (kind) => {
      const age = await load()
      const text = kind === 'hybrid' ? await age.generateHybridIdentity() : await age.generateX25519Identity()
      return new Identity(text, await age.identityToRecipient(text))
    },
    recipientKind: async (text) => recipientKind(text, await load()),
    encrypt: async (plaintext, recipient) => {
      const age = await load()
      if (recipientKind(recipient, age) !== 'recipient') return undefined
      const encrypter = new age.Encrypter()
      encrypter.addRecipient(recipient)
      return age.armor.encode(await gather(await encrypter.encrypt(streamOf(plaintext))))
    },
    decrypt: async (file, identities) => {
      const age = await load()
      return decrypt(file, await Promise.all(identities.map((identity) => decrypterOf(identity, age))), age)
    },
  }
}

async function newDecrypter(identity: Identity, age: Library): Promise<Decrypter> {
  const decrypter = new age.Decrypter()
  decrypter.addIdentity((await x25519Key(identity, age)) ?? identity.reveal())
  return decrypter
}

async function parse(text: string, age: Library): Promise<ParsedIdentities> {
  const identities: Identity[] = []
  const faults: IdentityFault[] = []
  for (const found of candidatesIn(text)) {
    if ('kind' in found) {
      faults.push(found)
      continue
    }
    try {
      identities.push(new Identity(found.text, await age.identityToRecipient(found.text)))
    } catch {
      // The library's error quotes the text.
      faults.push({ kind: 'unknown', line: found.line })
    }
  }
  return { identities, faults }
}

function recipientKind(text: string, age: Library): RecipientKind {
  if (text.startsWith('ssh-')) return 'ssh'
  try {
    new age.Encrypter().addRecipient(text)
    return 'recipient'
  } catch {
    return PLUGIN_RECIPIENT.test(text) ? 'plugin' : 'unknown'
  }
}

/** `age1yubikey1…`: a name between `age1` and another `1`. Native recipients have no second `1`: bech32 has none. */
const PLUGIN_RECIPIENT = /^age1(?!pq1|tag1|tagpq1)[a-z0-9-]+1[a-z0-9]+$/
const NO_MATCH = /no identity matched/
const ARMOR_START = '-----BEGIN AGE ENCRYPTED FILE-----'

async function decrypt(
  file: Uint8Array | string,
  decrypters: readonly Decrypter[],
  age: Library,
): Promise<Uint8Array | AgeFault> {
  try {
    const binary = binaryOf(file, age)
    for (const decrypter of decrypters) {
      const plaintext = await open(decrypter, binary).catch(unlessNoMatch)
      if (plaintext !== undefined) return plaintext
    }
    // Damage is told without a key too.
    return decrypters.length > 0 ? 'no-match' : ((await open(new age.Decrypter(), binary).catch(unlessNoMatch)) ?? 'no-match')
  } catch {
    return 'damaged'
  }
}

/** Through streams of our own: for whole buffers the library goes through `Response`, which Node.js loads for 10 ms. */
async function open(decrypter: Decrypter, file: Uint8Array): Promise<Uint8Array> {
  return gather(await decrypter.decrypt(streamOf(file)))
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      controller.enqueue(bytes)
      controller.close()
    },
  })
}

async function gather(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const reader = stream.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value)
  return Uint8Array.from(Buffer.concat(chunks))
}

function unlessNoMatch(error: unknown): undefined {
  if (error instanceof Error && NO_MATCH.test(error.message)) return undefined
  throw error
}

function binaryOf(file: Uint8Array | string, age: Library): Uint8Array {
  if (typeof file === 'string') return age.armor.decode(file)
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1')
  return text.trimStart().startsWith(ARMOR_START) ? age.armor.decode(text) : file
}
