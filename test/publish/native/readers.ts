/** Reads files as the programs do that start deployments: small, and by their manuals. */

/** The lines of a unit, by section and key (systemd.syntax(7)): `\` at a line's end joins the next one. */
export function readUnit(text: string): [string, string, string][] {
  let section = ''
  const found: [string, string, string][] = []
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    const header = /^\[(.*)\]$/.exec(line)
    if (header !== null) section = header[1] ?? ''
    else if (line.trim() !== '' && !/^[#;]/.test(line)) {
      const equals = line.indexOf('=')
      found.push([section, line.slice(0, equals).trim(), line.slice(equals + 1).trim()])
    }
  }
  return found
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', "'": "'", '\\': '\\', s: ' ' }

/** The words of a command of systemd (systemd.service(5), "Command lines"), with `%%` read; `undefined` ends a command. */
export function readCommand(line: string): (string | undefined)[] {
  const words: (string | undefined)[] = []
  for (let at = 0; at < line.length;) {
    if (line.charAt(at) === ' ') at++
    else if (/^;(?: |$)/.test(line.slice(at))) {
      words.push(undefined)
      at++
    } else {
      const word = readWord(line, at)
      words.push(word.text.replace(/%(.?)/g, (whole, next: string) => (next === '%' ? '%' : `<specifier ${whole}>`)))
      at = word.end
    }
  }
  return words
}

function readWord(line: string, start: number): { text: string; end: number } {
  let [text, quote, at] = ['', '', start]
  for (; at < line.length; at++) {
    const char = line.charAt(at)
    if (char === '\\') {
      const hex = /^x([0-9a-f]{2})/.exec(line.slice(at + 1))
      text += hex === null ? (ESCAPES[line.charAt(at + 1)] ?? '<bad escape>') : String.fromCharCode(parseInt(hex[1] ?? '', 16))
      at += hex === null ? 1 : 3
    } else if (quote === '' && (char === '"' || char === "'")) quote = char
    else if (char === quote) quote = ''
    else if (char === ' ' && quote === '') break
    else text += char
  }
  return { text: quote === '' ? text : '<open quote>', end: at }
}

/**
 * The words that systemd makes of those of a command, as `replace_env_argv` of its `src/basic/env-util.c` (252) has it: a
 * word `$…` that is not `${` or `$$` is a variable's name to its end, and gone where there is none; elsewhere `${NAME}`
 * is put in and `$$` is `$`.
 */
export function withVariables(words: readonly string[], variables: Readonly<Record<string, string>>): string[] {
  return words.flatMap((word) => {
    if (/^\$(?![{$])/.test(word)) return (variables[word.slice(1)] ?? '').split(' ').filter((part) => part !== '')
    return word.replace(/\$(\$|\{([^}]*)\})/g, (_, what: string, variable = '') => (what === '$' ? '$' : (variables[variable as string] ?? '')))
  })
}

/** What Docker Compose makes of a text: `$$` is `$`; everything else with `$` is a variable. */
export function interpolated(text: string): string {
  return text.replace(/\$(\$|\{[^}]*\}|[A-Za-z_][A-Za-z0-9_]*|)/g, (whole, after: string) => {
    return after === '$' ? '$' : `<variable ${whole}>`
  })
}

/** What the kubelet makes of a command's word (k8s.io/kubernetes/third_party/forked/golang/expansion). */
export function expanded(text: string): string {
  return text.replace(/\$(\$|\([^)]*\))/g, (whole, after: string) => (after === '$' ? '$' : `<variable ${whole}>`))
}
