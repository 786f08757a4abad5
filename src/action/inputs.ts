import { commentMarker } from '../core/comment-marker.ts'
import { Failure } from '../core/failure.ts'
import { list, name, say } from '../core/message.ts'
import { didYouMean } from '../core/nearest.ts'
import { FAIL_ON, type FailOn } from '../report/verdict.ts'

/** The inputs of action.yml, with what they are where they are left out or empty; the token is the job's by default. */
export const INPUTS = {
  'directory': '.',
  'environments': '',
  'fail-on': 'error',
  'base': '',
  'age-key': '',
  'annotations': 'true',
  'summary': 'true',
  'comment': 'true',
  'comment-id': 'report',
  'github-token': '',
  'artifact': 'cairn',
  'report': '',
  'sarif': '',
  'junit': '',
  'html': '',
  'targets': '',
  'branches': '',
  'dry-run': 'false',
  'sign-key': '',
  'rollback-to': '',
} as const

export type InputName = keyof typeof INPUTS

export interface Inputs {
  /** Where the configuration repository is, seen from the workspace. */
  readonly directory: string
  /** Names of environments; all where there are none. */
  readonly environments: readonly string[]
  readonly failOn: FailOn
  /** A revision; empty for what the event says. */
  readonly base: string
  /** Private keys of age; empty for none. Told to nobody. */
  readonly ageKey: string
  readonly annotations: boolean
  readonly summary: boolean
  readonly comment: boolean
  /** The first line of the comment. */
  readonly marker: string
  /** Empty for none. */
  readonly token: string
  /** The artifact that the report of a fork is taken from. */
  readonly artifact: string
  /** Paths, seen from the workspace; empty for no file. */
  readonly report: string
  readonly sarif: string
  readonly junit: string
  readonly html: string
  /** Where to publish to, as `--to` takes it; none for those of `cairn.yaml`. */
  readonly targets: readonly string[]
  /** The branches whose pushes are published; none for the default one. */
  readonly branches: readonly string[]
  readonly dryRun: boolean
  /** A private SSH key; empty for none. Told to nobody. */
  readonly signKey: string
  /** The commit to go back to; empty to publish that of the event. */
  readonly rollbackTo: string
}

/**
 * Reads and checks the inputs.
 *
 * @param get the text of an input, trimmed; empty where it is not given
 * @throws Failure (usage) that says which input is wrong and what it takes
 */
export function readInputs(get: (input: InputName) => string): Inputs {
  const given = (input: InputName) => get(input) || INPUTS[input]
  return {
    directory: given('directory'),
    environments: listed(given('environments'), /[\n,]/),
    failOn: oneOf('fail-on', given('fail-on'), FAIL_ON),
    base: given('base'),
    ageKey: given('age-key'),
    annotations: isOn('annotations', given('annotations')),
    summary: isOn('summary', given('summary')),
    comment: isOn('comment', given('comment')),
    marker: commentMarker(given('comment-id')),
    token: given('github-token'),
    artifact: given('artifact'),
    report: given('report'),
    sarif: given('sarif'),
    junit: given('junit'),
    html: given('html'),
    targets: listed(given('targets'), '\n'),
    branches: listed(given('branches'), /[\n,]/),
    dryRun: isOn('dry-run', given('dry-run')),
    signKey: given('sign-key'),
    rollbackTo: given('rollback-to'),
  }
}

function listed(text: string, separator: string | RegExp): string[] {
  return text.split(separator).map((item) => item.trim()).filter((item) => item !== '')
}

/** YAML 1.2 writes a boolean in three ways (core schema, §10.3.2). */
function isOn(input: InputName, text: string): boolean {
  return oneOf(input, /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text, ['true', 'false']) === 'true'
}

function oneOf<Choice extends string>(input: InputName, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text)
  if (found !== undefined) return found
  const possible = list(choices.map((choice) => name(choice)), 'or')
  throw new Failure('usage', say`the input ${name(input)} takes ${possible}, not ${name(text)}${didYouMean(text, choices)}`)
}
