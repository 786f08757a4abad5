import { name, say, type Message } from '../../core/message.ts'
import { pointer } from '../../core/pointer.ts'
import { isList, isMapping, kindOf, type Value } from '../../core/value.ts'
import { listText, scalarText } from './flat.ts'
import type { Tell } from './problem.ts'

/**
 * Variables: `/network/port` is `NETWORK_PORT`, a list is its items between commas, null and an empty list are empty,
 * and an empty mapping makes none. What is not plain is quoted so that shells, systemd's EnvironmentFile
 * (systemd.exec(5)), Docker Compose (from 1.29 on) and dotenv readers all read the same text; a text for which there is
 * no such spelling is told.
 */
export function writeEnv(value: Value, tell: Tell): string {
  if (!isMapping(value)) {
    tell({ tokens: [], said: say`variables are made of a mapping, and this document is a ${kindOf(value)}` })
    return ''
  }
  const lines: string[] = []
  const known = new Map<string, readonly string[]>()
  const visit = (at: Value, path: readonly string[]): void => {
    if (isMapping(at)) {
      for (const key of Object.keys(at)) visit(at[key] as Value, [...path, key])
      return
    }
    const text = isList(at) ? listText(at) : scalarText(at as null | boolean | number | string)
    if (typeof text !== 'string') {
      tell({ tokens: path, said: text.problem })
      return
    }
    const variable = variableOf(path)
    const written = quoted(text)
    const other = known.get(variable)
    if (variable === '' || /^[0-9]/.test(variable)) {
      tell({ tokens: path, said: say`${name(variable)} is not the name of a variable: they start with a letter or _` })
    } else if (other !== undefined) {
      tell({ tokens: path, said: say`${pointer(other)} is the variable ${name(variable)} too` })
    } else if (OF_SHELLS.has(variable)) {
      tell({ tokens: path, said: say`shells set ${name(variable)} themselves` })
    } else if (typeof written !== 'string') {
      tell({ tokens: path, said: written.problem })
    } else {
      known.set(variable, path)
      lines.push(`${variable}=${written}\n`)
    }
  }
  visit(value, [])
  return lines.join('')
}

function variableOf(path: readonly string[]): string {
  return path.map((token) => token.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()).join('_')
}

/** Variables to which bash or dash give no value but their own. */
const OF_SHELLS = new Set([
  '_', 'BASHOPTS', 'BASHPID', 'BASH_ARGC', 'BASH_ARGV', 'BASH_ARGV0', 'BASH_LINENO', 'BASH_SOURCE', 'BASH_SUBSHELL',
  'BASH_VERSINFO', 'COMP_WORDBREAKS', 'DIRSTACK', 'EPOCHREALTIME', 'EPOCHSECONDS', 'EUID', 'FUNCNAME', 'GROUPS', 'HISTCMD',
  'LINENO', 'OPTIND', 'PIPESTATUS', 'PPID', 'RANDOM', 'SECONDS', 'SHELLOPTS', 'SHLVL', 'SRANDOM', 'UID',
])

/** What Linux hands to a process in one piece (MAX_ARG_STRLEN), but for the name of the variable. */
const LONGEST = 130_000
const PLAIN = /^[A-Za-z0-9_./:@%+,-]*$/
/** Single quotes keep everything, but a single quote itself and, for some, a backslash. */
const LITERAL = /^[^'\\]*$/
const ESCAPED = /["\\]/g

/** What no reader, or not all of them, can be told; the first that a text has counts. */
const UNSPEAKABLE: readonly (readonly [RegExp, Message])[] = [
  // eslint-disable-next-line no-control-regex -- the tab and the line break are the ones that all readers take
  [/[\u0000-\u0008\u000b-\u001f\u007f]/, say`a variable cannot hold control characters`],
  // systemd drops the variable.
  [/[\p{Surrogate}\p{Noncharacter_Code_Point}]/u, say`half a character, or one that Unicode calls none, cannot be written`],
  // Up to 1.29, Docker Compose expands it even in single quotes.
  [/\$\{[^}]*\}/, say`a text with \${…} is not read alike: Docker Compose would expand it, whatever the quotes`],
  // A backslash before the closing quote: python-dotenv, in Docker Compose up to 1.29, reads on.
  [/\\$/, say`a text that ends with a backslash is not read alike by shells and Docker Compose`],
]
const MIXED = say`no spelling of a text with $ or a backtick beside a single quote or a backslash is read alike by all`

function quoted(text: string): string | { readonly problem: Message } {
  if (Buffer.byteLength(text) > LONGEST) return { problem: say`Linux starts no process with a variable of more than ${LONGEST} bytes` }
  if (PLAIN.test(text)) return text
  for (const [found, problem] of UNSPEAKABLE) if (found.test(text)) return { problem }
  if (LITERAL.test(text)) return `'${text}'`
  // Shells expand both between double quotes, and not every reader takes a backslash before them for an escape.
  return /[$`]/.test(text) ? { problem: MIXED } : `"${text.replace(ESCAPED, '\\$&')}"`
}
