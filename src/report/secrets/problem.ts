import { name, say, type Message } from '../../core/message.ts'
import { inFile, inSpan, locate, showLocation, type Location } from '../../core/place.ts'
import { pointer } from '../../core/pointer.ts'
import type { SopsProblem, SopsProblemKind } from '../../core/sops/problem.ts'
import { Source } from '../../core/source.ts'

/** What is said of each class of problems, and what to do next where there is something. */
const WORDS: Readonly<Record<SopsProblemKind, readonly [said: Message, next?: Message]>> = {
  'no-metadata': [say`this file is not encrypted: it has no SOPS metadata`, say`cairn secrets encrypt makes it so`],
  'bad-metadata': [say`its SOPS metadata lacks this, or has it in a form that cannot be read`, say`take the metadata from an older commit`],
  'no-keys': [say`nobody can open it: its metadata has no keys`, say`take the metadata from an older commit`],
  'several-selectors': [say`its metadata has more than one selector, and SOPS takes one`],
  'bad-selector': [say`its selector is no expression of RE2: SOPS would write all values in clear`, say`correct it in .sops.yaml`],
  'bad-content': [say`it cannot be read as what its name says, or holds what SOPS has no form for`, say`cairn check says what is wrong`],
  'no-identity': [say`none of the keys of this run opens it`],
  'unsupported-key': [say`it is encrypted to keys that Cairn cannot use`, say`Cairn opens what is encrypted to recipients of age`],
  'bad-recipient-block': [say`what its metadata holds for this recipient is damaged`, say`take the metadata from an older commit`],
  'too-few-groups': [say`the keys of this run open fewer of its key groups than it takes`],
  'bad-data-key': [say`what its metadata gives is no data key`, say`take the metadata from an older commit`],
  'plaintext': [say`a value that should be encrypted stands in clear`, say`if it has been committed, change it where it comes from; then put it in with cairn secrets set`],
  'not-text': [say`a value that should be encrypted stands in clear`, say`if it has been committed, change it where it comes from; then put it in with cairn secrets set`],
  'damaged-envelope': [say`this SOPS envelope is damaged`, say`restore its text, or set the value anew`],
  'forged-value': [say`this value does not open with the key of the file: it was changed, or moved here from another key or file`, say`restore it from Git, and find out who changed it`],
  'bad-value': [say`what is encrypted here is not of the type that its envelope says`, say`restore it from Git, and find out who changed it`],
  'mac-missing': [say`the file has no MAC, so that nobody can tell whether values were changed`, say`restore the metadata from Git`],
  'mac-forged': [say`the MAC does not open: it or lastmodified was changed`, say`restore the metadata from Git; after a merge: cairn secrets merge --finish`],
  'mac-mismatch': [say`the values are not those that the MAC was made of: some were changed, added, removed, reordered or given another type without the key`, say`compare the file with Git's; after a merge: cairn secrets merge --finish`],
  'nothing-selected': [say`the selector selects no value of this file, so that all would stay in clear`, say`correct the selector in .sops.yaml`],
  'reserved-key': [say`this key belongs to the metadata of SOPS`, say`give it another name`],
  'not-representable': [say`a value has no form in this format`],
  'already-encrypted': [say`it is encrypted already`, say`cairn secrets edit or set changes it`],
  'no-such-value': [say`there is no such value`],
  'through-alias': [say`this value stands elsewhere, where its anchor is`, say`change it there`],
  'read-only': [say`INI files are only read: SOPS itself loses text when it writes them`, say`sops edits them`],
}

/** A problem of a file, told: where it is, what is wrong, and what to do next. Holds no value. */
export interface ToldProblem {
  readonly kind: SopsProblemKind
  readonly location: Location
  /** Of the value, or of the field below `sops`. */
  readonly pointer: string
  readonly message: Message
  readonly next?: Message
}

export function toldProblem(path: string, text: string, found: SopsProblem): ToldProblem {
  const { kind, start, end, tokens } = found
  const [said, next] = WORDS[kind]
  const isSomewhere = end > 0
  const location = locate(isSomewhere ? inSpan(new Source(path, text), start, Math.max(start, end)) : inFile(path))
  const message = kind === 'unsupported-key' && tokens.length === 1
    ? say`${name(tokens[0] ?? '')} is no recipient of age that Cairn can encrypt to`
    : kind === 'no-such-value' ? say`there is no value at ${pointer(tokens)}` : said
  return { kind, location, pointer: pointer(tokens), message, ...(next && { next }) }
}

/** One block a problem: place, class and message, and below it what to do next. */
export function problemText({ kind, location, message, next }: ToldProblem, style: (look: 'bold' | 'red', text: string) => string): string {
  const hint = next === undefined ? '' : `  ${next}\n`
  return `${style('bold', showLocation(location))} ${style('red', 'error')} ${kind}: ${message}\n${hint}`
}
