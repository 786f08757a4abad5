/** What is used of the age library, and of the library that it writes keys with; loaded together, when first needed. */
export { bech32 } from '@scure/base'
export { armor, Decrypter, Encrypter, generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption'
