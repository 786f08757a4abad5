import { formatOf } from '../../../core/format.ts'
import { ignoredByName } from '../ignore.ts'
import type { SketchIgnore } from './sketch.ts'

/** Why a file is no layer, and the glob that says so in `cairn.yaml`; no glob where none can be written safely. */
export interface Aside {
  readonly why: string
  readonly glob?: string
  /** It is configuration for all that its name says, in a format that Cairn does not read: people should know. */
  readonly unread?: true
}

const CHART = 'the chart, not its values'
const KUSTOMIZE = 'instructions for Kustomize, which Cairn does not run'
const TOOL = 'settings of a tool'
const BY_NAME = 'ignored by its name'
const TESTS = 'tests and their data'
export const MACHINE = 'settings of one machine'
const OTHERS = 'code of others'

/** Files that are known by their name alone, lower case. */
const FILES: ReadonlyMap<string, string> = new Map([
  ...named(CHART, 'chart.yaml chart.yml chart.lock requirements.yaml values.schema.json'),
  ...named(KUSTOMIZE, 'kustomization.yaml kustomization.yml kustomizeconfig.yaml'),
  ...named('process variables of node-config; `variables` in this file does the same', variableFiles()),
  ...named(
    TOOL,
    `angular.json ansible.cfg appveyor.yml azure-pipelines.yml bitbucket-pipelines.yml book.toml bower.json buf.gen.yaml
    buf.yaml buf.lock cargo.lock cargo.toml cloudbuild.yaml cloudbuild.yml codecov.yml compose.yaml compose.yml
    composer.json composer.lock deno.json docker-compose.override.yml docker-compose.yaml docker-compose.yml
    galaxy.yml gradle.lockfile gradle.properties gradle-wrapper.properties helmfile.yaml jest.config.json jsconfig.json
    lerna.json manifest.json maven-wrapper.properties mkdocs.yml netlify.toml npm-shrinkwrap.json nx.json
    package-lock.json package.json pipfile.lock pnpm-lock.yaml pnpm-workspace.yaml poetry.lock poetry.toml pubspec.lock
    pubspec.yaml pyproject.toml pytest.ini renovate.json renovate.json5 ruff.toml rust-toolchain.toml rustfmt.toml
    serverless.yml setup.cfg skaffold.yaml skaffold.yml sonar-project.properties tox.ini tslint.json turbo.json uv.lock
    vercel.json`,
  ),
])

const FOLDERS: ReadonlyMap<string, string> = new Map([
  ...named(OTHERS, 'node_modules vendor third_party'),
  ...named(TESTS, 'tests __tests__ testdata fixtures __fixtures__'),
])

/** Characters that mean something in a pattern or a glob, and those that no name may have. */
// eslint-disable-next-line no-control-regex -- these are the characters to find
const UNWRITABLE = /[*?{}\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffd]/

/**
 * Whether a path is certainly no layer, and why: formats that Cairn does not read, tools' own files, charts' templates,
 * tests, and paths that no pattern can name.
 *
 * @param charts folders that hold a `Chart.yaml`
 */
export function asideOf(path: string, charts: ReadonlySet<string>): Aside | undefined {
  if (ignoredByName(path) >= 0) return { why: BY_NAME }
  const folders = path.split('/')
  const file = folders.pop() ?? ''
  for (const [i, folder] of folders.entries()) {
    const why = FOLDERS.get(folder)
    if (why !== undefined) return { why, glob: `**/${folder}/**` }
    if (folder === 'test' && folders[i - 1] === 'src') return { why: TESTS, glob: '**/src/test/**' }
    if (folder.startsWith('.')) return { why: TOOL, glob: '**/.*/**' }
    if (folder === 'templates' && charts.has(folders.slice(0, i).join('/'))) {
      return { why: 'templates of a chart', glob: '**/templates/**' }
    }
  }
  return fileAside(file) ?? (UNWRITABLE.test(path) ? { why: NO_PATTERN } : undefined)
}

const NO_PATTERN = 'no pattern can name it: its path has characters such as { or *, or some that cannot be written'

function fileAside(file: string): Aside | undefined {
  const why = FILES.get(file.toLowerCase())
  if (why !== undefined) return { why, glob: `**/${file}` }
  if (/\.schema\.json$/.test(file)) return { why: 'schemas', glob: '**/*.schema.json' }
  if (formatOf(file) === 'env' && file.startsWith('.')) return dotenvAside(file)
  if (file.startsWith('.')) return { why: TOOL, glob: '**/.*' }
  return formatOf(file) === undefined ? otherFormat(file) : undefined
}

function dotenvAside(file: string): Aside | undefined {
  const kind = /\.(?:(example|sample|template|dist)|local)$/.exec(file)
  if (kind === null) return undefined
  return { why: kind[1] === undefined ? MACHINE : 'an example', glob: `**/${file}` }
}

/** Formats of configuration that Cairn does not read. */
const UNREAD = /\.(?:properties|conf|cnf|cfg|hcl|tfvars|json5|jsonc|hjson|cue|dhall|pkl|jsonnet)$/i
const DOCUMENTATION = /\.(?:md|markdown|rst|adoc|txt)$/i

function otherFormat(file: string): Aside {
  const extension = /\.([A-Za-z0-9]+)$/.exec(file)?.[1]
  if (DOCUMENTATION.test(file)) return { why: 'documentation', glob: `**/*.${extension ?? 'md'}` }
  if (UNREAD.test(file)) {
    return { why: 'settings in a format that Cairn does not read', glob: `**/*.${extension ?? ''}`, unread: true }
  }
  const why = 'no format that Cairn reads'
  if (extension !== undefined) return { why, glob: `**/*.${extension}` }
  return /^[A-Za-z0-9_-]+$/.test(file) ? { why, glob: `**/${file}` } : { why }
}

/** Globs with their reasons, each once, sorted; those for extensions are drawn together. */
export function ignoresOf(asides: Iterable<Aside>): readonly SketchIgnore[] {
  const globs = new Map<string, string>()
  const extensions = new Map<string, Set<string>>()
  for (const { glob, why } of asides) {
    const extension = glob === undefined ? undefined : EXTENSION_GLOB.exec(glob)?.[1]
    if (extension !== undefined) extensions.set(why, (extensions.get(why) ?? new Set()).add(extension))
    else if (glob !== undefined) globs.set(glob, why)
  }
  for (const [why, all] of extensions) for (const glob of extensionGlobs([...all].sort())) globs.set(glob, why)
  return [...globs].sort(([one], [other]) => (one < other ? -1 : 1)).map(([glob, why]) => ({ glob, why }))
}

const EXTENSION_GLOB = /^\*\*\/\*\.([A-Za-z0-9]+)$/
/** A glob may stand for 64 at most. */
const MOST_TOGETHER = 60

function extensionGlobs(extensions: readonly string[]): readonly string[] {
  if (extensions.length === 1) return [`**/*.${extensions[0] ?? ''}`]
  const globs: string[] = []
  for (let i = 0; i < extensions.length; i += MOST_TOGETHER) {
    globs.push(`**/*.{${extensions.slice(i, i + MOST_TOGETHER).join(',')}}`)
  }
  return globs
}

function named(why: string, list: string): [string, string][] {
  return list.trim().split(/\s+/).map((name) => [name, why])
}

function variableFiles(): string {
  return ['json', 'yaml', 'yml', 'toml'].map((extension) => `custom-environment-variables.${extension}`).join(' ')
}
