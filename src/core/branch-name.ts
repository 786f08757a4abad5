import { name, say, type Message } from './message.ts'

/**
 * What is wrong with the name of a branch: what git-check-ref-format(1) refuses with `--branch`, `@`, which is another
 * word for HEAD, and names that begin with `refs/`: who writes `refs/heads/main` means `main`.
 *
 * @param text without `refs/heads/`; `{environment}` may stand in it, for any name
 */
export function branchNameProblem(text: string): Message | undefined {
  // eslint-disable-next-line no-control-regex -- these are the characters to find
  const isBad = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|^[-/]|[/.]$|(?:^|\/)\.|\.lock(?:\/|$)|^@$|^$/.test(text)
  if (isBad || text === 'HEAD') return say`${name(text)} cannot be the name of a branch`
  return text.startsWith('refs/') ? say`write the branch without refs/heads/` : undefined
}
