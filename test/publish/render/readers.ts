import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Real readers of the files that are written. Each takes many texts at once: starting them is what costs. */

export type Variables = Readonly<Record<string, string>>

function inFolder<Result>(work: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-render-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether a program of the system is there. */
export function isThere(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const MARK = 'CAIRN_END_OF_FILE'

/** What programs that a shell starts after it has read each file are given. */
export function readByShell(shell: string, texts: readonly string[]): readonly Variables[] {
  return inFolder((folder) => {
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${i}.env`), text)
    const script = `i=0; while [ $i -lt ${texts.length} ]; do (set -a; . ./$i.env; env -0); printf '${MARK}\\0'; i=$((i + 1)); done`
    const env = { PATH: process.env['PATH'] ?? '' }
    const printed = execFileSync(shell, ['-c', script], { cwd: folder, env, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] })
    const [...files] = printed.split(`${MARK}\0`).slice(0, -1)
    const own = new Set(['PATH', 'PWD', 'OLDPWD', 'SHLVL', '_'])
    return files.map((file) => variablesOf(file.split('\0').slice(0, -1), own))
  })
}

function variablesOf(lines: readonly string[], without: ReadonlySet<string>): Variables {
  const pairs = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const)
  return Object.fromEntries(pairs.filter(([name]) => !without.has(name)))
}

/**
 * EnvironmentFile of systemd.exec(5), as `parse_env_file_internal` of its `src/basic/env-file.c` (252) reads it:
 *
 * - Blanks before a name, and lines that start with `#` or `;`, do not count. The name ends at the first `=`.
 * - Blanks after the `=` do not count. `'` and `"` open a quoted part; parts may follow one another, blanks between them
 *   dropped.
 * - In `'…'` everything is itself. In `"…"` a backslash takes its meaning from one of `"`, `\`, `` ` `` and `$`; one
 *   before a line break goes with it; any other stays.
 * - Without quotes a backslash takes any character's meaning, blanks at the end are dropped, the line ends the value.
 * - A name must be one of a variable; a value must be UTF-8 of characters that Unicode has, without control characters
 *   but tab and line break: what is not is dropped with a warning.
 */
export function readBySystemd(text: string): Variables {
  const read: Record<string, string> = {}
  let at = 0
  while (at < text.length) {
    const line = /[ \t\n\r]*/y
    line.lastIndex = at
    line.exec(text)
    at = line.lastIndex
    if (text[at] === '#' || text[at] === ';') {
      at = (text.indexOf('\n', at) + 1) || text.length
      continue
    }
    const equals = text.indexOf('=', at)
    if (equals < 0) break
    const name = text.slice(at, equals).trim()
    const value = systemdValue(text, equals + 1)
    at = value.end
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && isEnvironmentValue(value.text)) read[name] = value.text
  }
  return read
}

// eslint-disable-next-line no-control-regex -- what systemd drops
const isEnvironmentValue = (text: string): boolean => !/[\u0000-\u0008\u000b-\u001f\u007f\p{Noncharacter_Code_Point}]/u.test(text)

function systemdValue(source: string, from: number): { readonly text: string; readonly end: number } {
  let text = ''
  let state: 'before' | 'plain' | 'single' | 'double' = 'before'
  let kept = 0 // what blanks at the end do not take away
  let at = from
  for (; at < source.length; at++) {
    const char = source.charAt(at)
    const next = source.charAt(at + 1)
    if (state === 'single' || state === 'double') {
      if (char === (state === 'single' ? "'" : '"')) state = 'before'
      else if (state === 'double' && char === '\\') {
        at++
        if (next !== '\n') text += '"\\`$'.includes(next) ? next : `\\${next}`
      } else text += char
      kept = text.length
      continue
    }
    if (char === '\n' || char === '\r') break
    if (state === 'before' && (char === "'" || char === '"')) state = char === "'" ? 'single' : 'double'
    else if (state === 'before' && (char === ' ' || char === '\t')) continue
    else {
      state = 'plain'
      const escaped = char === '\\'
      if (escaped) at++
      const taken = escaped ? (next === '\n' ? '' : next) : char
      text += taken
      if (escaped || !/[ \t]/.test(taken)) kept = text.length
    }
  }
  return { text: text.slice(0, kept), end: at + 1 }
}

const GENERATOR = '/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator'

/**
 * The same reader in a program of systemd's own, environment.d(5), which expands variables besides and wants no empty
 * ones: for texts without a `$`. Undefined where it is not there.
 */
export function readByEnvironmentD(text: string): Variables | undefined {
  return inFolder((folder) => {
    mkdirSync(join(folder, 'environment.d'))
    writeFileSync(join(folder, 'environment.d', '99-z.conf'), text)
    let printed: string
    try {
      printed = execFileSync(GENERATOR, [], { env: { XDG_CONFIG_HOME: folder, HOME: folder }, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
    // It prints what shells read as $'…' or "…", one variable a line.
    return Object.fromEntries(printed.split('\n').filter((line) => line !== '').map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(line) ?? []
      return [name, unescaped(value)]
    }))
  })
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t' }

function unescaped(value: string): string {
  const inner = /^\$?(["'])(.*)\1$/s.exec(value)?.[2] ?? value
  return inner.replace(/\\(.)/gs, (_, char: string) => ESCAPED[char] ?? char)
}

/** What `docker-compose config` makes of each text as an `env_file`. */
export function readByCompose(program: string, texts: readonly string[]): readonly Variables[] {
  return inFolder((folder) => {
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${i}.env`), text)
    const services = texts.map((_, i) => `  s${i}: {image: x, env_file: ${i}.env}\n`)
    writeFileSync(join(folder, 'docker-compose.yml'), `version: '3'\nservices:\n${services.join('')}`)
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, X: 'expanded' }
    const printed = execFileSync(program, ['config'], { cwd: folder, env, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] })
    // What PyYAML has written is read by PyYAML: readers of YAML 1.2 take some of its plain texts for numbers.
    const [{ value: config } = { value: { services: {} } }] = readByPyYaml([printed]) as { value: { services: Record<string, { environment?: Variables }> } }[]
    return texts.map((_, i) => {
      const { environment = {} } = config.services[`s${i}`] ?? {}
      return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.replaceAll('$$', '$')]))
    })
  })
}

const PYTHON = `
import json, sys, yaml
def told(value):
    if isinstance(value, dict): return {str(k) if isinstance(k, str) else '!' + repr(k): told(v) for k, v in value.items()}
    if isinstance(value, list): return [told(v) for v in value]
    if value is None or isinstance(value, (bool, int, float, str)): return value
    return '!' + type(value).__name__
out = []
for text in json.load(sys.stdin):
    try: out.append({'value': told(yaml.safe_load(text))})
    except Exception as error: out.append({'error': type(error).__name__})
json.dump(out, sys.stdout)
`

/** YAML as PyYAML's safe loader reads it, a reader of YAML 1.1. */
export function readByPyYaml(texts: readonly string[]): readonly unknown[] {
  const printed = execFileSync('python3', ['-c', PYTHON], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 2 ** 28 })
  return JSON.parse(printed) as unknown[]
}
