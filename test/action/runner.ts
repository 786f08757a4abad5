import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { onTestFinished } from 'vitest'
import { createCommands, type Issue } from './commands.ts'
import { readFileCommands } from './file-commands.ts'

/** What a step is started with. */
export interface Step {
  /** The root of the action, with its action.yml. */
  readonly action: string
  /** Where the repository is checked out. */
  readonly workspace: string
  /** Inputs of `with:`; the defaults of action.yml fill the others. */
  readonly inputs?: Readonly<Record<string, string>>
  /** The token of the job (`github.token`); none where it is left out. */
  readonly token?: string
  readonly event: string
  readonly payload?: unknown
  /** `GITHUB_SHA`. */
  readonly sha?: string
  /** Variables of the job. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** What the runner makes of a step. */
export interface Ran {
  /** Failed: the exit code is not 0, or a command said so. */
  readonly conclusion: 'success' | 'failure'
  readonly exitCode: number
  /** Both streams as the log has them, commands and all. */
  readonly raw: string
  /** The log as a person sees it: without the lines that were commands. */
  readonly log: readonly string[]
  /** What GitHub shows: ten of a level, messages cut. */
  readonly annotations: readonly Issue[]
  /** What was dropped. */
  readonly dropped: readonly Issue[]
  /** Names of all commands that were carried out, in order. */
  readonly commands: readonly string[]
  readonly masks: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  /** Variables for the steps that follow. */
  readonly env: Readonly<Record<string, string>>
  readonly state: Readonly<Record<string, string>>
  readonly path: readonly string[]
  /** Empty where none was written, or the runner dropped it. */
  readonly summary: string
  readonly summaryDropped: boolean
  /** `RUNNER_TEMP`. */
  readonly temporary: string
}

interface ActionFile {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

/** Largest summary of a step (actions/runner, FileCommandManager.cs). */
const SUMMARY_BYTES = 1_048_576

/**
 * Runs one step of a JavaScript action as GitHub's runner does: the bundle that action.yml names, on the Node.js that
 * the tests run on, with the inputs, variables and files of a step, and what it prints read as the runner reads it.
 */
export async function runStep(step: Step): Promise<Ran> {
  const temporary = mkdtempSync(join(tmpdir(), 'cairn-runner-'))
  onTestFinished(() => rmSync(temporary, { recursive: true, force: true }))
  const action = load(readFileSync(join(step.action, 'action.yml'), 'utf8')) as ActionFile
  if (action.runs.using !== 'node24') throw new Error(`this runner has no ${action.runs.using}`)
  const files = fileCommands(temporary)
  const env = { ...environmentOf(step, temporary), ...inputsOf(action, step), ...files.env }
  const commands = createCommands()
  const { exitCode, raw } = await execute(join(step.action, action.runs.main), step.workspace, { env, line: commands.line })
  const summaryBytes = Buffer.byteLength(files.read('STEP_SUMMARY'))
  return {
    conclusion: exitCode === 0 ? 'success' : 'failure',
    exitCode,
    raw,
    ...commands.result(),
    outputs: readFileCommands(files.read('OUTPUT')),
    env: readFileCommands(files.read('ENV')),
    state: readFileCommands(files.read('STATE')),
    path: files.read('PATH').split('\n').filter((line) => line !== ''),
    summary: summaryBytes > SUMMARY_BYTES ? '' : files.read('STEP_SUMMARY'),
    summaryDropped: summaryBytes > SUMMARY_BYTES,
    temporary,
  }
}

/** The files that a step writes to; their names cannot be guessed. */
function fileCommands(temporary: string) {
  const folder = join(temporary, '_runner_file_commands')
  mkdirSync(folder)
  const names = ['OUTPUT', 'ENV', 'STATE', 'PATH', 'STEP_SUMMARY']
  const paths = new Map(names.map((name) => [name, join(folder, `${name.toLowerCase()}_${randomUUID()}`)]))
  for (const path of paths.values()) writeFileSync(path, '')
  return {
    env: Object.fromEntries([...paths].map(([name, path]) => [`GITHUB_${name}`, path])),
    read: (name: string) => readFileSync(paths.get(name) ?? '', 'utf8'),
  }
}

/** The name of an input keeps its dashes (actions/runner, Handler.cs). */
function inputsOf({ inputs = {} }: ActionFile, { inputs: given = {}, token = '' }: Step): Record<string, string> {
  for (const name of Object.keys(given)) if (!(name in inputs)) throw new Error(`unexpected input ${name}`)
  return Object.fromEntries(
    Object.entries(inputs).map(([name, one]) => {
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, given[name] ?? (one.default ?? '').replace('${{ github.token }}', token)]
    }),
  )
}

function environmentOf({ workspace, event, payload, sha, env = {} }: Step, temporary: string): Record<string, string | undefined> {
  const eventPath = join(temporary, 'event.json')
  writeFileSync(eventPath, JSON.stringify(payload ?? {}))
  return {
    PATH: process.env['PATH'],
    HOME: temporary,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: 'example/config',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'http://127.0.0.1:9', // nothing listens there: the check asks nobody
    GITHUB_SHA: sha,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
    ...env,
  }
}

interface Execution {
  readonly env: Record<string, string | undefined>
  readonly line: (line: string) => void
}

/** Both streams are scanned line by line as they come. */
function execute(main: string, cwd: string, { env, line }: Execution): Promise<{ exitCode: number; raw: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let raw = ''
    for (const stream of [child.stdout, child.stderr]) {
      let rest = ''
      stream.setEncoding('utf8').on('data', (text: string) => {
        raw += text
        // .NET ends a line at \n, \r\n and \r alone.
        const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
        rest = lines.pop() ?? ''
        for (const one of lines) line(one)
      })
      stream.on('end', () => {
        for (const one of rest.split('\r')) if (one !== '') line(one)
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ exitCode: code ?? -1, raw }))
  })
}
