import { say, type Message } from '../message.ts'
import type { SopsProblemKind } from './problem.ts'

/** What is said of a class of problems, and what to do next where there is something. */
export interface ProblemWords {
  readonly said: Message
  readonly next?: Message
}

const older = say`take the metadata from an older commit`
const anew = say`take the metadata from an older commit, or encrypt the file anew`
const restore = say`restore it from Git, and find out who changed it`
const clear: ProblemWords = {
  said: say`a value that should be encrypted stands in clear`,
  next: say`if it has been committed, change it where it comes from; then put it in with cairn secrets set`,
}

/** The words for every class, in findings and in what commands print. */
export const PROBLEM_WORDS: Readonly<Record<SopsProblemKind, ProblemWords>> = {
  'no-metadata': {
    said: say`this file is not encrypted: SOPS finds no metadata in it, of a stream in its first document`,
    next: say`cairn secrets encrypt makes it so; where the metadata was lost, take it from an older commit`,
  },
  'bad-metadata': { said: say`SOPS cannot read this of its metadata, or it is missing`, next: older },
  'no-keys': { said: say`nobody can open this file: its metadata has no keys`, next: older },
  'several-selectors': { said: say`the metadata has more than one selector, and SOPS takes one` },
  'bad-selector': {
    said: say`its selector is no expression of RE2: SOPS would write all values in clear`,
    next: say`correct it in .sops.yaml`,
  },
  'bad-content': {
    said: say`SOPS cannot read this: it takes what the name of the file says, mappings with texts as keys, and no tags of one's own`,
  },
  'not-taken': {
    said: say`Cairn does not take this, even where SOPS does: it reads YAML 1.2, and no \`!!binary\``,
    next: say`write it otherwise, or let sops do it`,
  },
  'no-identity': { said: say`none of the keys of this run opens it` },
  'unsupported-key': {
    said: say`it is encrypted to keys that Cairn cannot use`,
    next: say`Cairn opens what is encrypted to recipients of age`,
  },
  'bad-recipient-block': { said: say`the data key for this recipient is damaged`, next: anew },
  'too-few-groups': { said: say`the keys of this run open fewer of its key groups than it takes` },
  'bad-data-key': { said: say`what its metadata gives is no data key`, next: anew },
  'plaintext': clear,
  'not-text': clear,
  'damaged-envelope': { said: say`this SOPS envelope is damaged`, next: say`restore its text, or set the value anew` },
  'forged-value': {
    said: say`this value does not open with the key of the file: it was changed, moved here from another key or file, or its key was renamed`,
    next: restore,
  },
  'bad-value': { said: say`what is encrypted here is none of the type that its envelope says: it was changed`, next: restore },
  'mac-missing': {
    said: say`the file has no MAC, so that nobody can tell whether values were changed`,
    next: say`restore the metadata from Git`,
  },
  'mac-forged': {
    said: say`the MAC does not open with the key of the file: it or \`lastmodified\` was changed`,
    next: say`restore the metadata from Git; after a merge: cairn secrets merge --finish`,
  },
  'mac-mismatch': {
    said: say`the values of this file are not those that the MAC was made of: a value in clear was changed, or values were added, removed, reordered or given another type, without SOPS`,
    next: say`compare the file with Git's; after a merge: cairn secrets merge --finish`,
  },
  'nothing-selected': {
    said: say`the selector selects no value of this file, so that all would stay in clear`,
    next: say`correct the selector in .sops.yaml`,
  },
  'reserved-key': { said: say`this key belongs to the metadata of SOPS`, next: say`give it another name` },
  'duplicate-key': { said: say`this key is given twice, and SOPS reads no such file`, next: say`take one of them out` },
  'not-representable': { said: say`a value has no form in this format` },
  'empty-document': {
    said: say`a document without a value has no place for the metadata of SOPS`,
    next: say`take it out, together with its \`---\`, or give it a value`,
  },
  'already-encrypted': { said: say`it is encrypted already`, next: say`cairn secrets edit or set changes it` },
  'no-such-value': { said: say`there is no such value` },
  'through-alias': { said: say`this value stands elsewhere, where its anchor is`, next: say`change it there` },
  'read-only': { said: say`INI files are only read: SOPS itself loses text when it writes them`, next: say`sops edits them` },
}
