/** Workflow commands as GitHub's runner finds and reads them (actions/runner, ActionCommand.cs, ActionCommandManager.cs). */

/** An annotation. */
export interface Issue {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly properties: Readonly<Record<string, string>>
}

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const REGISTERED = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]

/** Of a level a step; what comes later is in the log only (ExecutionContext.cs). */
const MOST_OF_A_LEVEL = 10
const MOST_TEXT = 4096

export function createCommands() {
  const log: string[] = []
  const issues: Issue[] = []
  const commands: string[] = []
  const masks: string[] = []
  let resumeAt: string | undefined

  const carryOut = ({ name, properties, data }: Command): void => {
    commands.push(name)
    if (name === 'stop-commands') resumeAt = data
    else if (name === 'add-mask') masks.push(data)
    else if (name === 'error' || name === 'warning' || name === 'notice') {
      issues.push({ level: name, message: data.slice(0, MOST_TEXT), properties })
    }
  }
  const line = (text: string): void => {
    if (resumeAt !== undefined) {
      if (text.trim() === `::${resumeAt}::`) resumeAt = undefined
      else log.push(text)
      return
    }
    const command = parseNew(text) ?? parseOld(text)
    if (command === undefined) log.push(text)
    else carryOut(command)
  }
  return {
    line,
    result: () => {
      const kept = issues.filter((issue) => issues.filter(({ level }) => level === issue.level).indexOf(issue) < MOST_OF_A_LEVEL)
      return { log, annotations: kept, dropped: issues.filter((issue) => !kept.includes(issue)), commands, masks }
    },
  }
}

/** `::name key=value,key=value::data`, after what .NET trims. */
function parseNew(line: string): Command | undefined {
  const text = line.replace(/^[\s\u0085]+/, '')
  if (!text.startsWith('::')) return undefined
  const end = text.indexOf('::', 2)
  if (end < 0) return undefined
  return command(text.slice(2, end), {
    separator: ',',
    data: unescapeData(text.slice(end + 2)),
    unescape: unescapeProperty,
  })
}

/** `##[name key=value;key=value]data`, anywhere in a line. */
function parseOld(line: string): Command | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start < 0 || end < 0) return undefined
  return command(line.slice(start + 3, end), { separator: ';', data: unescapeOld(line.slice(end + 1)), unescape: unescapeOld })
}

interface Syntax {
  readonly separator: string
  /** Unescaped already. */
  readonly data: string
  readonly unescape: (text: string) => string
}

function command(head: string, { separator, data, unescape }: Syntax): Command | undefined {
  const space = head.indexOf(' ')
  const name = space < 0 ? head : head.slice(0, space)
  if (!REGISTERED.includes(name)) return undefined
  const properties: Record<string, string> = {}
  for (const pair of space < 0 ? [] : head.slice(space + 1).trim().split(separator)) {
    const equals = pair.indexOf('=')
    if (equals > 0 && equals < pair.length - 1) properties[pair.slice(0, equals)] = unescape(pair.slice(equals + 1))
  }
  return { name, properties, data }
}

/** In the runner's order: what `%25` gives is not read again. */
function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

function unescapeOld(text: string): string {
  return text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%5D', ']').replaceAll('%25', '%')
}
