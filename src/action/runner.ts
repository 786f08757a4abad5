import { readFileSync } from 'node:fs'
import { debug, endGroup, error, getInput, info, notice, setFailed, setOutput, setSecret, startGroup, summary, warning } from '@actions/core'
import type { Annotation, Level } from '../report/annotations.ts'
import { inert } from '../report/inert.ts'
import type { FilePlace } from '../report/where.ts'
import type { Variables } from '../workspace.ts'
import type { GivenEvent } from './event.ts'
import type { InputName } from './inputs.ts'

/** The outputs of a check. */
export const CHECK_OUTPUTS = [
  'verdict',
  'findings',
  'errors',
  'warnings',
  'changed-environments',
  'base',
  'comment-url',
  'handoff',
  'report',
  'sarif',
  'junit',
  'html',
] as const

/** The outputs of action.yml. */
export const OUTPUTS = [
  ...CHECK_OUTPUTS,
  'published',
  'publications',
  'subject-checksums',
  'subject-path',
  'predicate-path',
  'predicate-type',
] as const

export type CheckOutput = (typeof CHECK_OUTPUTS)[number]
export type OutputName = (typeof OUTPUTS)[number]

/** What the action sees of GitHub's runner. Text may hold anything: none of it becomes a workflow command. */
export interface Runner {
  readonly input: (input: InputName) => string
  readonly event: GivenEvent
  readonly variables: Variables
  /** Where the repository is checked out. */
  readonly workspace: string
  readonly temporary: string | undefined
  readonly log: (text: string) => void
  /** Lines that are folded in the log. */
  readonly logGroup: (title: string, text: string) => void
  /** Shown only where the workflow asks for debug logs. */
  readonly debug: (text: string) => void
  readonly annotate: (annotation: Annotation) => void
  /** From now on the runner shows no line with this text in it, of this step and of those that follow. */
  readonly mask: (text: string) => void
  readonly output: (output: OutputName, value: string) => void
  /** False where the runner takes none. */
  readonly summarize: (markdown: string) => Promise<boolean>
  /** Fails the step with an error of its own; the exit codes are those of the command line. */
  readonly fail: (exitCode: 1 | 2 | 3, message: string) => void
}

const ANNOTATE = { error, warning, notice } as const satisfies Record<Level, unknown>

/** GitHub's runner through its own toolkit, which escapes what commands carry and delimits outputs unguessably. */
export function openRunner(process: NodeJS.Process): Runner {
  const { env } = process
  return {
    input: (input) => getInput(input),
    event: { name: env['GITHUB_EVENT_NAME'] ?? '', sha: env['GITHUB_SHA'] ?? '', payload: payloadIn(env['GITHUB_EVENT_PATH']) },
    variables: env,
    workspace: env['GITHUB_WORKSPACE'] || process.cwd(),
    temporary: env['RUNNER_TEMP'] || undefined,
    log: (text) => info(inert(text)),
    logGroup: (title, text) => {
      startGroup(inert(title))
      info(inert(text))
      endGroup()
    },
    debug: (text) => debug(inert(text)),
    annotate: ({ level, title, message, place }) => {
      ANNOTATE[level](inert(message), { title: inert(title), ...(place === undefined ? {} : positionOf(place)) })
    },
    mask: (text) => setSecret(text),
    output: (output, value) => setOutput(output, value),
    summarize: async (markdown) => {
      try {
        await summary.addRaw(inert(markdown)).write()
        return true
      } catch {
        return false
      }
    },
    fail: (exitCode, message) => {
      setFailed(inert(message))
      process.exitCode = exitCode
    },
  }
}

/** GitHub takes columns only where the place is in one line (toolkit, `AnnotationProperties`). */
function positionOf({ file, line, column, endLine, endColumn }: FilePlace) {
  if (line === undefined) return { file }
  if (endLine !== undefined && endLine !== line) return { file, startLine: line, endLine }
  const columns = column === undefined ? {} : { startColumn: column, endColumn: endColumn ?? column }
  return { file, startLine: line, ...columns }
}

function payloadIn(path: string | undefined): unknown {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8'))
  } catch {
    return undefined
  }
}
