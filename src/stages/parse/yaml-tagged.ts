import { EVENT_ID, SCALAR_STYLE, type MappingEvent, type ScalarEvent, type SequenceEvent } from 'js-yaml'
import { say, type Message } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { kindOf, type Value } from '../../core/value.ts'
import { BadNumber, plainScalar } from './scalars.ts'
import { checked, scalarValue, tell, type ScalarRun, type YamlScalar } from './yaml-scalars.ts'
import { fullName, meaningOf, MERGE_KEY_TAG, type CoreType, type TagMeaning } from './yaml-tags.ts'

/** What a tag makes of a node. */
export interface Tagged {
  readonly value: Value
  /** `!append`, `!replace` …; empty where the tag is none of them. */
  readonly merge: string
}

/** The value of a scalar that has a tag. */
export function taggedScalar(event: YamlScalar, text: string, start: number, run: ScalarRun): Tagged {
  const meaning = meaningIn(event, run)
  switch (meaning.is) {
    case 'non-specific':
      return { value: text, merge: '' }
    case 'merge':
      return { value: scalarValue(event, text, start, run), merge: meaning.name }
    case 'allowed':
      return { value: meaning.as === 'string' ? text : scalarValue(event, text, start, run), merge: '' }
    case 'unknown':
      tell(run, 'parse/unknown-tag', event.tagStart, event.tagEnd, meaning.message)
      return { value: HOLE, merge: '' }
    case 'core':
      return { value: coreScalar(event, meaning.type, text, start, run), merge: '' }
  }
}

/** The value of a list or mapping that has a tag, read without it as `value`. */
export function taggedCollection(event: SequenceEvent | MappingEvent, value: Value, run: ScalarRun): Tagged {
  const meaning = meaningIn(event, run)
  const own = event.type === EVENT_ID.SEQUENCE ? 'seq' : 'map'
  if (meaning.is === 'merge') return { value, merge: meaning.name }
  if (meaning.is === 'unknown') {
    tell(run, 'parse/unknown-tag', event.tagStart, event.tagEnd, meaning.message)
    return { value: HOLE, merge: '' }
  }
  if (meaning.is === 'core' ? meaning.type !== own : meaning.is === 'allowed' && meaning.as === 'string') {
    const wanted = TYPE_NAMES[meaning.is === 'core' ? meaning.type : 'str']
    tell(run, 'parse/tag', event.tagStart, event.tagEnd, say`this is a ${kindOf(value)}, and its tag says: ${wanted}`)
    return { value: HOLE, merge: '' }
  }
  return { value, merge: '' }
}

/** Checks the tag of a key. A key is its text whatever its tag says; only a tag that means nothing is worth a word. */
export function checkKeyTag(event: ScalarEvent, run: ScalarRun): void {
  const meaning = meaningIn(event, run)
  if (meaning.is === 'unknown') tell(run, 'parse/unknown-tag', event.tagStart, event.tagEnd, meaning.message)
  if (meaning.is !== 'merge') return
  tell(run, 'parse/tag', event.tagStart, event.tagEnd, say`keys are not merged: put this tag before the value`)
}

/** Whether a key whose text is `<<` is the merge key: plain, without a tag or with its own. */
export function isMergeKey(event: ScalarEvent, run: ScalarRun): boolean {
  if (event.style !== SCALAR_STYLE.PLAIN) return false
  if (event.tagStart < 0) return true
  return fullName(run.source.text.slice(event.tagStart, event.tagEnd), run.directives) === MERGE_KEY_TAG
}

function meaningIn(event: { readonly tagStart: number; readonly tagEnd: number }, run: ScalarRun): TagMeaning {
  return meaningOf(run.source.text.slice(event.tagStart, event.tagEnd), run.directives, run.options.tags)
}

function coreScalar(event: YamlScalar, type: CoreType, text: string, start: number, run: ScalarRun): Value {
  const value = type === 'str' ? text : plainScalar(text)
  if (value instanceof BadNumber ? type === 'int' || type === 'float' : fits(value, type)) {
    return checked(value, event, start, run)
  }
  tell(run, 'parse/tag', event.tagStart, event.tagEnd, say`this value is not what its tag says: ${TYPE_NAMES[type]}`)
  return HOLE
}

function fits(value: string | number | boolean | null, type: CoreType): boolean {
  switch (type) {
    case 'str':
      return typeof value === 'string'
    case 'int':
      return Number.isInteger(value)
    case 'float':
      return typeof value === 'number'
    case 'bool':
      return typeof value === 'boolean'
    case 'null':
      return value === null
    default:
      return false
  }
}

const TYPE_NAMES: Readonly<Record<CoreType, Message>> = {
  str: say`a string`,
  int: say`an integer`,
  float: say`a number`,
  bool: say`true or false`,
  null: say`null`,
  map: say`a mapping`,
  seq: say`a list`,
}
