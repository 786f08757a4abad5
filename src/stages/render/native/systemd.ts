import { list, name, say, type Message } from '../../../core/message.ts'
import type { Tokens } from '../../../core/pointer.ts'
import { isMapping, own, type Mapping } from '../../../core/value.ts'
import type { Tell } from '../problem.ts'
import type { NativeFile, NativeInput } from './input.ts'
import { listAt, numberAt, partAt, textAt, textsAt } from './read.ts'
import { wordsOf, type Word } from './words.ts'

/** Of no template, which runs only under another name. */
const UNIT_NAME = /^[A-Za-z0-9:_.@-]{0,246}[A-Za-z0-9:_.-]\.service$/

/** What `hardened: true` sets (systemd.exec(5)). */
const HARDENING = [
  'NoNewPrivileges=yes', 'ProtectSystem=full', 'ProtectHome=yes', 'PrivateTmp=yes', 'ProtectClock=yes', 'ProtectHostname=yes',
  'ProtectControlGroups=yes', 'ProtectKernelLogs=yes', 'ProtectKernelModules=yes', 'ProtectKernelTunables=yes',
  'RestrictNamespaces=yes', 'RestrictRealtime=yes', 'RestrictSUIDSGID=yes', 'LockPersonality=yes',
]

/**
 * A unit and `hosts`, a line for each host that runs it. `exec_start` is split into words as a shell does; `$NAME` and
 * `${NAME}` stay variables of the EnvironmentFile, and nothing else has a meaning: other `$`, and all `%`, are doubled.
 */
export function writeSystemd(input: NativeInput): readonly NativeFile[] {
  const { deployment, tell } = input
  const systemd = partAt(deployment, 'systemd')
  const unit = textAt(systemd, 'unit') ?? ''
  if (!UNIT_NAME.test(unit)) {
    tell({ tokens: ['systemd', 'unit'], said: say`${name(unit)} is not the name of a unit: they end with .service` })
    return []
  }
  const hosts = textsAt(systemd, 'hosts').filter((host, i) => isLine(host, { tokens: ['systemd', 'hosts', String(i)], tell }))
  checkReplicas(input, hosts.length)
  const after = textsAt(systemd, 'after').filter((other, i) => isLine(other, { tokens: ['systemd', 'after', String(i)], tell }))
  const lines = new Lines(systemd, tell)
  lines.section('Unit')
  lines.say('Description', `${input.name} (${versions(deployment)}) of ${input.environment}`, [])
  lines.say('After', after.join(' '), ['systemd', 'after'])
  lines.say('Wants', after.join(' '), ['systemd', 'after'])
  lines.section('Service')
  lines.raw('Type=exec')
  lines.field('User', 'user')
  lines.field('EnvironmentFile', 'environment_file')
  lines.raw(execStart(textAt(systemd, 'exec_start') ?? '', tell))
  lines.field('Restart', 'restart')
  lines.number('RestartSec', 'restart_seconds', 's')
  lines.number('LimitNOFILE', 'limit_nofile', '')
  for (const line of limits(deployment, Math.max(1, hosts.length))) lines.raw(line)
  if (own(systemd, 'hardened') === true) for (const line of hardening(deployment)) lines.raw(line)
  lines.section('Install')
  lines.raw('WantedBy=multi-user.target')
  return [
    { path: unit, text: lines.text(), makes: hosts.map((host) => `${unit} on ${host}`), format: 'systemd' },
    { path: 'hosts', text: hosts.map((host) => `${host}\n`).join(''), format: 'systemd' },
  ]
}

/** The lines of a unit. */
class Lines {
  readonly #systemd: Mapping
  readonly #tell: Tell
  readonly #lines: string[] = []

  constructor(systemd: Mapping, tell: Tell) {
    this.#systemd = systemd
    this.#tell = tell
  }

  section(title: string): void {
    this.#lines.push(...(this.#lines.length === 0 ? [] : ['']), `[${title}]`)
  }

  raw(line: string | undefined): void {
    if (line !== undefined) this.#lines.push(line)
  }

  say(key: string, value: string, tokens: Tokens): void {
    if (value !== '' && isLine(value, { tokens, tell: this.#tell })) this.#lines.push(`${key}=${value.replaceAll('%', '%%')}`)
  }

  field(key: string, field: string): void {
    this.say(key, textAt(this.#systemd, field) ?? '', ['systemd', field])
  }

  number(key: string, field: string, unit: string): void {
    const value = numberAt(this.#systemd, field)
    if (value !== undefined) this.#lines.push(`${key}=${String(value)}${unit}`)
  }

  text(): string {
    return this.#lines.map((line) => `${line}\n`).join('')
  }
}

/** Whether a text can be the value of a line: a line break would start another one, a backslash at its end join it. */
function isLine(text: string, { tokens, tell }: { readonly tokens: Tokens; readonly tell: Tell }): boolean {
  // eslint-disable-next-line no-control-regex -- what ends or hides a line
  const isOne = !/[\u0000-\u001f\u007f]/.test(text) && !text.endsWith('\\') && text.trim() === text
  if (!isOne) tell({ tokens, said: say`a value of a unit has one line, no blanks around it and no backslash at its end` })
  return isOne
}

function execStart(command: string, tell: Tell): string | undefined {
  const tokens = ['systemd', 'exec_start']
  const words = wordsOf(command)
  const problem = wrongWords(words)
  if (problem !== undefined) tell({ tokens, said: problem })
  return problem === undefined && words !== undefined ? `ExecStart=${words.map(expanding).map(quoted).join(' ')}` : undefined
}

function wrongWords(words: readonly Word[] | undefined): Message | undefined {
  if (words === undefined) return say`a quote or a backslash of this command has no end`
  if (words[0]?.text.startsWith('/') !== true) return say`a command of systemd starts with the program's path, from the root on`
  if (words[0].text.includes('$')) return say`systemd puts no variables into the program's path: it can hold no \$`
  return words.some(({ text }) => text.includes('\u0000')) ? say`no command can hold the character 0` : undefined
}

/** A variable, or a `$` that begins none. */
const DOLLAR = /\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))?/g

/**
 * A word in which systemd puts in the variables that a shell would (systemd.service(5), "Command lines"): `$NAME` alone
 * becomes several words. Of other words that begin so systemd makes nothing at all, and within one it knows `${NAME}`.
 */
function expanding({ text, isQuoted }: Word): string {
  if (!isQuoted && /^\$[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return text
  return text.replace(DOLLAR, (_, braced?: string, bare?: string) => {
    const variable = braced ?? bare
    return variable === undefined ? '$$' : `\${${variable}}`
  })
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\t': '\\t', '\r': '\\r' }

/** A word as systemd.syntax(7) and systemd.service(5) read it back. */
function quoted(word: string): string {
  if (/^[A-Za-z0-9_@+=:,./${}-]+$/.test(word)) return word
  // eslint-disable-next-line no-control-regex -- they are written as escapes
  const inside = word.replace(/[\u0000-\u001f\u007f"\\]/g, (char) => {
    return ESCAPES[char] ?? `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`
  })
  return `"${inside.replaceAll('%', '%%')}"`
}

/** Each host's equal part of what all replicas together may use. */
function limits(deployment: Mapping, hosts: number): string[] {
  const all = partAt(deployment, 'resource_limits')
  const [memory, cores] = [numberAt(all, 'memory_mb'), numberAt(all, 'cpu_cores')]
  return [
    ...(memory === undefined ? [] : [`MemoryMax=${String(Math.max(1, Math.floor(memory / hosts)))}M`]),
    ...(cores === undefined ? [] : [`CPUQuota=${String(Math.max(1, Math.floor(Number(((cores * 100) / hosts).toFixed(6)))))}%`]),
  ]
}

function hardening(deployment: Mapping): string[] {
  const hasGpus = own(partAt(deployment, 'resource_limits'), 'gpu_enabled') === true
  return hasGpus ? HARDENING : [...HARDENING, 'PrivateDevices=yes']
}

/** A unit runs once on each host. */
function checkReplicas({ deployment, tell }: NativeInput, hosts: number): void {
  for (const [i, item] of listAt(deployment, 'services').entries()) {
    const replicas = isMapping(item) ? numberAt(item, 'replicas') : undefined
    if (replicas === undefined || replicas === hosts) continue
    const said = say`a unit runs once on each host, and there are ${hosts} of them: this cannot be ${replicas}`
    tell({ tokens: ['services', String(i), 'replicas'], said })
  }
}

function versions(deployment: Mapping): string {
  const parts = listAt(deployment, 'services').flatMap((item) => {
    return isMapping(item) ? [name(`${textAt(item, 'service_name') ?? ''} ${textAt(item, 'service_version') ?? ''}`)] : []
  })
  return list(parts)
}
