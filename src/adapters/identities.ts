import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { list, name, say, type Message } from '../core/message.ts'
import type { Age } from './age/age.ts'
import type { Identity, IdentityFault } from './age/identity.ts'
import { wordsOf } from './words.ts'

/** A place where identities are looked for, and what was found there; never what it holds. */
export interface Looked {
  /** `SOPS_AGE_KEY`, or the path of a file. */
  readonly where: Message
  readonly found: number
  /** What is wrong there, where something is. */
  readonly problem?: Message
}

export interface FoundIdentities {
  readonly identities: readonly Identity[]
  readonly looked: readonly Looked[]
}

/** What is asked of the process. */
export interface IdentityWorld {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
}

/**
 * Finds age identities where SOPS does, in all of these places together: `SOPS_AGE_KEY` (the key itself),
 * `SOPS_AGE_KEY_FILE` (a key file), `SOPS_AGE_KEY_CMD` (what a command prints; it is not run in a shell), and SOPS's
 * own key file. What is wrong with one place does not keep the others from being used.
 */
export async function findIdentities(world: IdentityWorld, age: Age): Promise<FoundIdentities> {
  const identities: Identity[] = []
  const looked: Looked[] = []
  for (const { where, read } of placesIn(world)) {
    const text = read()
    if (typeof text !== 'string') {
      looked.push({ where, found: 0, problem: text.problem })
      continue
    }
    const parsed = await age.identities(text)
    identities.push(...parsed.identities)
    const problem = faultsText(parsed.faults, parsed.identities.length)
    looked.push({ where, found: parsed.identities.length, ...(problem && { problem }) })
  }
  return { identities, looked }
}

interface KeyPlace {
  readonly where: Message
  /** The text of a key file, or why there is none. */
  readonly read: () => string | { readonly problem: Message }
}

function placesIn(world: IdentityWorld): KeyPlace[] {
  const { SOPS_AGE_KEY: key = '', SOPS_AGE_KEY_FILE: file = '', SOPS_AGE_KEY_CMD: command = '' } = world.variables
  const places: KeyPlace[] = []
  const variable = (text: string) => say`the variable ${name(text)}`
  if (key !== '') places.push({ where: variable('SOPS_AGE_KEY'), read: () => key })
  if (file !== '') places.push({ where: say`${variable('SOPS_AGE_KEY_FILE')}, ${name(file)}`, read: () => textOf(file) })
  if (command !== '') places.push({ where: variable('SOPS_AGE_KEY_CMD'), read: () => printed(command, world) })
  const usual = defaultKeyFile(world)
  places.push({ where: say`${name(usual)}`, read: () => textOf(usual) })
  return places
}

/** SOPS's own key file: where `SOPS_AGE_KEY…` say nothing, and where `cairn secrets keygen` writes. */
export function defaultKeyFile({ variables, platform }: IdentityWorld): string {
  return join(configFolder(variables, platform), 'sops', 'age', 'keys.txt')
}

function configFolder(variables: IdentityWorld['variables'], platform: NodeJS.Platform): string {
  const { XDG_CONFIG_HOME: xdg = '', HOME: given = '', APPDATA: appData = '' } = variables
  const home = given === '' ? homedir() : given
  if (platform === 'win32') return appData === '' ? join(home, 'AppData', 'Roaming') : appData
  if (xdg !== '') return xdg
  return platform === 'darwin' ? join(home, 'Library', 'Application Support') : join(home, '.config')
}

function textOf(file: string): string | { readonly problem: Message } {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return { problem: isMissing ? say`there is no such file` : say`it cannot be read` }
  }
}

/** Most bytes that a command may print. */
const MOST_PRINTED = 1_000_000

/** The command may ask for something: it has the terminal. What it prints goes nowhere else. */
function printed(command: string, { variables }: IdentityWorld): string | { readonly problem: Message } {
  const [program, ...args] = wordsOf(command) ?? []
  if (program === undefined) return { problem: say`it is no command: a quote is open, or there is nothing in it` }
  const { status, error, stdout } = spawnSync(program, args, {
    env: { ...variables },
    encoding: 'utf8',
    maxBuffer: MOST_PRINTED,
    stdio: ['inherit', 'pipe', 'inherit'],
    windowsHide: true,
  })
  if (error !== undefined) return { problem: say`the command could not be run` }
  return status === 0 ? stdout : { problem: say`the command ended with exit code ${status ?? -1}` }
}

const FAULTS: Readonly<Record<IdentityFault['kind'], Message>> = {
  unknown: say`holds no key of age (mistyped, or cut?)`,
  recipient: say`holds a recipient, the public half: the private one is needed`,
  plugin: say`holds the key of a plugin, which Cairn cannot use`,
  ssh: say`holds an SSH key, which Cairn cannot use`,
  passphrase: say`is a key file under a passphrase: open it with \`age -d\` in SOPS_AGE_KEY_CMD`,
}

/** Most lines that are named. */
const MOST_FAULTS = 3

function faultsText(faults: readonly IdentityFault[], found: number): Message | undefined {
  if (faults.length === 0) return found === 0 ? say`there is no key in it` : undefined
  const told = faults.slice(0, MOST_FAULTS).map(({ kind, line }) => (kind === 'passphrase' ? say`it ${FAULTS[kind]}` : say`line ${line} ${FAULTS[kind]}`))
  return faults.length > MOST_FAULTS ? say`${list(told)}, and more` : list(told)
}
