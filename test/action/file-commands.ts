/**
 * The values of a file such as `GITHUB_OUTPUT`: `NAME=VALUE`, or `NAME<<DELIMITER`, lines, and the delimiter on a line
 * of its own (actions/runner, FileCommandManager.cs).
 */
export function readFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '') continue
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')]
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) values[line.slice(0, equals)] = line.slice(equals + 1)
    else if (heredoc > 0 && heredoc < line.length - 2) {
      const end = lines.indexOf(line.slice(heredoc + 2), i + 1)
      if (end < 0) throw new Error(`no end of ${line}`)
      values[line.slice(0, heredoc)] = lines.slice(i + 1, end).join('\n')
      i = end
    } else throw new Error(`invalid format: ${line}`)
  }
  return values
}
