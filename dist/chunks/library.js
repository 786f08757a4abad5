export { t as Decrypter, n as Encrypter, r as armor, s as bech32, i as generateHybridIdentity, a as generateX25519Identity, o as identityToRecipient } from "./age-encryption.js";
