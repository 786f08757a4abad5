import { name, say, type Message } from '../../core/message.ts'
import { matchShape, shapeOf, type Part, type Shape } from './match.ts'
import { pathProblem, pushText } from './pattern.ts'

const MOST_ALTERNATIVES = 64

/**
 * Reads a glob of `ignore`: `*`, `?` and `**` as in a layout, `{a,b}` for either, a slash at the end for all of a
 * folder. Names that start with a dot are names like others. All else is literal. Its mistake goes to `wrong`.
 */
export function compileGlob(text: string, wrong: (problem: Message) => void): readonly Shape[] {
  if (text.startsWith('!')) {
    wrong(say`${name(text)} starts with !, but nothing can be taken out of ${IGNORE}; write narrower globs`)
    return []
  }
  const all = text.endsWith('/') ? `${text}**` : text
  const problem = pathProblem(all)
  const alternatives = problem === undefined ? alternativesOf(all) : []
  const mistake = problem ?? (alternatives === undefined ? say`${name(text)} has braces that do not pair` : undefined)
  if (mistake !== undefined) wrong(mistake)
  else if (alternatives?.length === 0) wrong(say`${name(text)} stands for more than ${MOST_ALTERNATIVES} globs`)
  return (alternatives ?? []).map(globShape)
}

const IGNORE = say`\`ignore\``

function globShape(text: string): Shape {
  const parts: Part[] = []
  for (const [piece] of text.matchAll(/\*{2,}|[*?]|[^*?]+/g)) {
    if (piece === '?') parts.push({ is: 'one' })
    else pushText(parts, piece)
  }
  return shapeOf(parts)
}

/** A glob with every choice of its `{a,b}` written out; `undefined` where braces do not pair, none where too many. */
function alternativesOf(text: string): string[] | undefined {
  const done: string[] = []
  const open = [text]
  for (let glob = open.pop(); glob !== undefined; glob = open.pop()) {
    // An innermost pair first: it holds no other brace.
    const pair = /\{([^{}]*)\}/.exec(glob)
    if (pair === null) {
      if (/[{}]/.test(glob)) return undefined
      done.push(glob)
    } else {
      for (const choice of (pair[1] as string).split(',')) {
        open.push(glob.slice(0, pair.index) + choice + glob.slice(pair.index + pair[0].length))
      }
    }
    if (done.length + open.length > MOST_ALTERNATIVES) return []
  }
  return done
}

/** Whether one of the globs matches a path. */
export function isIgnored(globs: readonly Shape[], path: string): boolean {
  for (const glob of globs) if (matchShape(glob, path) !== undefined) return true
  return false
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Cairn's own files, at the root only. */
const OWN_FILES = words('cairn.yaml access.yaml waivers.yaml')
/** Cairn's own folders and those of tools, at the root only. */
const ASIDE_FOLDERS = words(
  'schemas policies migrations .git .github .gitlab .gitea .forgejo .circleci .vscode .idea .devcontainer .husky node_modules',
)
/** Files about a folder or for a tool, anywhere. */
const ASIDE_FILES = words(`
  .editorconfig .helmignore .dockerignore .npmignore .prettierignore .eslintignore .keep .empty .mailmap .nvmrc .envrc
  .tool-versions .travis.yml .pre-commit-config.yaml .pre-commit-hooks.yaml .yamllint .yamllint.yaml .yamllint.yml
  .prettierrc .prettierrc.json .prettierrc.yaml .prettierrc.yml .markdownlint.json .markdownlint.yaml .markdownlint.yml
  .DS_Store renovate.json .renovaterc.json AUTHORS MAINTAINERS OWNERS NOTICE`)
/** How the names of such files begin, anywhere. */
const ASIDE_PREFIXES = [
  'README', 'LICENSE', 'LICENCE', 'CHANGELOG', 'CONTRIBUTING', 'CODEOWNERS', 'CODE_OF_CONDUCT', 'SECURITY.', 'NOTICE.', '.git',
]

/** What any of those names starts with: most paths are told apart by that. */
const FOLDER_STARTS = startsOf(ASIDE_FOLDERS)
const FILE_STARTS = startsOf([...ASIDE_FILES, ...ASIDE_PREFIXES])

function startsOf(names: Iterable<string>): ReadonlySet<string> {
  return new Set(Array.from(names, (name) => name.charAt(0)))
}

/**
 * How many literal characters of a path are what Cairn ignores without being told; -1 for a path that is not ignored.
 * A layout entry that spells out more of the path than that takes the file all the same.
 */
export function ignoredByName(path: string): number {
  const fileStart = path.lastIndexOf('/') + 1
  if (fileStart === 0 && OWN_FILES.has(path)) return path.length
  if (fileStart > 0 && FOLDER_STARTS.has(path.charAt(0))) {
    const slash = path.indexOf('/')
    if (ASIDE_FOLDERS.has(path.slice(0, slash))) return slash + 1
  }
  if (!FILE_STARTS.has(path.charAt(fileStart))) return -1
  const file = path.slice(fileStart)
  // SOPS reads its configuration from any folder: it is no layer, whatever a layout says.
  if (file === '.sops.yaml') return path.length
  if (ASIDE_FILES.has(file)) return file.length
  for (const prefix of ASIDE_PREFIXES) if (file.startsWith(prefix)) return prefix.length
  return -1
}
