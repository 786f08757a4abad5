import { readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { rolldown, type OutputChunk } from 'rolldown'
import { AGE_CODE, lateCurves } from './late-curves.ts'
import { plainParserState } from './plain-parser-state.ts'

export interface Bundle {
  /** Text by path below dist/. */
  readonly files: Map<string, string>
  /** Absolute paths of the bundled files. */
  readonly modules: ReadonlySet<string>
}

/** What is started or imported from outside. */
const ENTRIES = {
  'cli': 'src/cli/main.ts',
  'index': 'src/index.ts',
  'action': 'src/action/main.ts',
  'action-check': 'src/action/main-check.ts',
  'action-comment': 'src/action/main-comment.ts',
  'action-publish': 'src/action/main-publish.ts',
}

/**
 * Bundles the command line, the library and the action into chunks that they share. What is imported with
 * `await import()` stays a chunk of its own, so that a command loads only what it needs. Not minified: that saves no
 * start-up time, and whoever installs the tool should be able to read it.
 *
 * @throws where something would have to be installed beside the bundle, or the bundler warns
 */
export async function bundle(root: string): Promise<Bundle> {
  const build = await rolldown({
    cwd: root,
    input: ENTRIES,
    platform: 'node',
    tsconfig: false,
    // Paths that end up in comments must not depend on where node_modules really lies.
    resolve: { symlinks: false, alias: { yaml: join(root, YAML_MODULES) } },
    transform: { target: 'node20.19', define: { CAIRN_VERSION: JSON.stringify(versionOf(root)) } },
    plugins: [plainParserState(), lateCurves()],
    treeshake: { moduleSideEffects: [UNASKED, YAML].map((test) => ({ test, sideEffects: false })) },
    onLog: (level, log) => {
      if (level !== 'debug' && level !== 'info') throw new Error(`the bundler warns: ${log.message}`)
    },
  })
  const { output } = await build.generate({
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: ({ name, moduleIds }) => `chunks/${packageOf(moduleIds) ?? name}.js`,
    codeSplitting: { groups: [VERSION, { name: 'shared', minShareCount: 2, test: isSharedCode }, ...SECRETS, ...COMPARISON, PUBLISHING, WATCHING] },
    banner: ({ name, isEntry }) => (isEntry && name === 'cli' ? '#!/usr/bin/env node' : ''),
  })
  await build.close()

  const files = new Map<string, string>()
  const modules = new Set<string>()
  for (const chunk of output) {
    if (chunk.type !== 'chunk') throw new Error(`${chunk.fileName} is no chunk of code`)
    checkImports(chunk)
    files.set(chunk.fileName, chunk.code)
    for (const module of chunk.moduleIds) modules.add(module)
  }
  return { files, modules }
}

/** `yaml` as modules, of which a bundle takes what it uses: as CommonJS, its form for Node.js, it comes whole. */
const YAML_MODULES = 'node_modules/yaml/browser/index.js'
const YAML = /[\\/]node_modules[\\/]yaml[\\/]/

/**
 * What @actions/core needs for tokens and for starting programs, 0.7 MB. It only defines what it exports, and is left
 * out as long as nothing of that is used.
 */
const UNASKED = /[\\/]node_modules[\\/](?:@actions[\\/](?:exec|http-client|io)|tunnel|undici)[\\/]/

/**
 * What several commands need is one chunk: nearly all of it is needed by each, and every further file costs a start
 * some tenths of a millisecond. Not the version, which `--version` prints without loading anything else, and not what
 * few runs need: libraries that are loaded on demand, reports to files, encryption, GitHub.
 */
function isSharedCode(module: string): boolean {
  if (/[\\/]node_modules[\\/]/.test(module)) return /[\\/]node_modules[\\/](?:js-yaml|fastest-levenshtein)[\\/]/.test(module)
  return !FEW_NEED.test(module) && ![...COMPARISON, PUBLISHING].some(({ test }) => test.test(module))
}

const FEW_NEED = new RegExp(
  String.raw`[\\/]src[\\/](?:version|secrets|secret-rules|unlock|plain-files|decisions|` +
    String.raw`report[\\/](?:junit|sarif|rule-texts|html[\\/].*|secrets[\\/].*)|` +
    String.raw`queries[\\/](?:resealed|recipient-changes|encrypted-files|file-access|secrets[\\/].*)|cli[\\/]secrets[\\/].*|stages[\\/]sops[\\/].*|` +
    String.raw`stages[\\/]secrets[\\/](?:check-.*|plain-file|refused)|` +
    String.raw`core[\\/]sops[\\/](?:document|metadata|problem-words|scalars|select|shamir)|` +
    String.raw`adapters[\\/](?:handoff|report-schema|(?:age|ajv|github|sops)[\\/].*|` +
    String.raw`beside|create-file|edit-file|editor|identities|key-file|private-file|report-file|repository-file|secret-input))\.ts$`,
)

/** What `--version` prints without loading anything else: groups would take it along with what needs it. */
const VERSION = { name: 'version', priority: 10, test: /[\\/]src[\\/]version\.ts$/ }

/** What makes publications, brings them somewhere and verifies them. */
const PUBLISHING = {
  name: 'publication',
  test: new RegExp(
    String.raw`[\\/]src[\\/](?:publishing|verifying|queries[\\/]publish[\\/].*|stages[\\/](?:publish|verify)[\\/].*|` +
      String.raw`stages[\\/]render[\\/](?!without-opaque).*|report[\\/](?:publish|publish-markdown|verify)|` +
      String.raw`adapters[\\/](?:tool|ssh-signature|targets[\\/](?!archive|branch|directory).*|git[\\/](?:relation|source-commit)))\.ts$`,
  ),
}

/** What tells of changes on disk, of which nobody but `cairn watch` has use. */
const WATCHING = { name: 'chokidar', priority: 1, test: /[\\/]node_modules[\\/](?:chokidar|readdirp)[\\/]/ }

/** What those runs need that compare two states, and those of them that review a change: a chunk each. */
const COMPARISON = [
  { name: 'difference', test: /[\\/]src[\\/](?:stages[\\/]diff[\\/].*|queries[\\/](?:affected|diff))\.ts$/ },
  {
    name: 'review',
    test: new RegExp(
      String.raw`[\\/]src[\\/](?:stages[\\/](?:danger|schema-diff)[\\/].*|stages[\\/]access[\\/](?:demands|member|selects)|` +
        String.raw`queries[\\/](?:between|dangers|reach|schema-diff|schema-evidence)|` +
        String.raw`report[\\/]review[\\/](?!annotations|brief|links|report\.).*)\.ts$`,
    ),
  },
]

/**
 * What a check of encrypted files takes, and what opening them takes besides: a chunk each, and of libraries what is
 * used then.
 */
const SECRETS = [
  { name: 'sealed', test: /[\\/]src[\\/](?:secrets|secret-rules|unlock|plain-files|decisions|stages[\\/]sops[\\/](?:creation-rules|rule-keys|open|read|read-.*|refuse-.*|yaml-.*))\.ts$/ },
  { name: 'opening', test: /[\\/]src[\\/]adapters[\\/](?:age[\\/](?!library)|sops[\\/](?!keyless|keyring)).*\.ts$/ },
  { name: 'yaml-tokens', priority: 2, test: /[\\/]yaml[\\/]browser[\\/]dist[\\/]parse[\\/]/ },
  { name: 'yaml', priority: 1, test: YAML },
  { name: 'age-encryption', priority: 1, test: AGE_CODE },
]

/** The name of the package that a chunk holds, where it holds one alone. */
function packageOf(modules: readonly string[]): string | undefined {
  const names = new Set(modules.map((module) => /.*[\\/]node_modules[\\/]([^@\\/]+)/.exec(module)?.[1]))
  return names.size === 1 ? [...names][0] : undefined
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}

function checkImports({ fileName, imports, dynamicImports }: OutputChunk): void {
  for (const path of [...imports, ...dynamicImports]) {
    const own = path.startsWith('chunks/') || Object.keys(ENTRIES).includes(path.replace(/\.js$/, ''))
    if (!own && !isBuiltin(path)) throw new Error(`${fileName} needs ${path}, which is not bundled`)
  }
}
