/**
 * Imports point one way:
 *
 *     core ◀ stages ◀ pipeline, queries ◀ cli, action, index
 *     core ◀ report ◀ cli, action
 *     core ◀ adapters ◀ cli, action, index
 *     core, adapters ◀ opening ◀ cli, action, index
 *
 * `npm run imports` proves it. A new exception belongs here, with its reason.
 */

/** The folders that are pure: no disk, no process, no clock, no network. */
const MAIN = 'access|alike|pipeline|concerns|decisions|evaluation|layers|naming|plain-files|provenance|reading|schemas|secret-files|secret-rules|secrets|targets|unlock|workspace'
const PURE = `^src/(core|stages|report|queries)/|^src/(${MAIN})[.]ts$`
const PIPELINE = `^src/queries/|^src/(${MAIN})[.]ts$`
const EDGE = '^src/(cli|action)/|^src/index[.]ts$'
const OURS = '^src/'

/** The libraries that pure code may use, by folder. Everything else comes through an adapter. */
const LIBRARIES = [
  { folder: '^src/core/', libraries: ['fastest-levenshtein', 'js-yaml'] },
  { folder: '^src/stages/sops/', libraries: ['yaml'] },
  { folder: '^src/stages/render/', libraries: ['smol-toml'] },
  { folder: '^src/stages/parse/', libraries: ['js-yaml', 'yaml', 'toml-eslint-parser'] },
]

const npm = { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] }
const inside = (libraries) => `node_modules/(@types/)?(${libraries.join('|')})/`
const severity = 'error'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity, from: {}, to: { circular: true } },
    { name: 'resolvable', severity, from: {}, to: { couldNotResolve: true } },
    { name: 'core-is-a-leaf', severity, from: { path: '^src/core/' }, to: { path: OURS, pathNot: '^src/core/' } },
    {
      name: 'stages-see-core-alone',
      comment: 'A stage never sees another: the pipeline puts them together.',
      severity,
      from: { path: '^src/stages/([^/]+)/' },
      to: { path: OURS, pathNot: '^src/core/|^src/stages/$1/' },
    },
    {
      name: 'pipeline-sees-core-and-stages',
      severity,
      from: { path: PIPELINE },
      to: { path: OURS, pathNot: `^src/core/|^src/stages/|${PIPELINE}` },
    },
    { name: 'report-sees-core', severity, from: { path: '^src/report/' }, to: { path: OURS, pathNot: '^src/(core|report)/' } },
    {
      name: 'adapters-see-core',
      severity,
      from: { path: '^src/adapters/' },
      to: { path: OURS, pathNot: '^src/(core|adapters)/' },
    },
    {
      name: 'nothing-sees-the-edge',
      severity,
      from: { pathNot: EDGE },
      to: { path: EDGE },
    },
    {
      name: 'the-edges-are-apart',
      comment: 'The command line, the action and the library share the pipeline, not one another.',
      severity,
      from: { path: '^src/(cli|action)/' },
      to: { path: EDGE, pathNot: '^src/$1/' },
    },
    { name: 'library-is-no-command-line', severity, from: { path: '^src/index[.]ts$' }, to: { path: '^src/(cli|action|report)/' } },
    {
      name: 'pure-code-stays-pure',
      comment: 'The world is in src/adapters/. node:util and node:buffer only compute.',
      severity,
      from: { path: PURE },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(util|buffer)$' },
    },
    {
      name: 'vault-opened-by-reveal-alone',
      comment:
        'Plaintext leaves the vault through core/reveal.ts. It enters where values are decrypted (adapters/sops/cipher.ts) and where data keys are unwrapped (adapters/sops/data-key.ts).',
      severity,
      from: { path: OURS, pathNot: '^src/core/reveal[.]ts$|^src/adapters/sops/(cipher|data-key)[.]ts$' },
      to: { path: '^src/core/vault[.]ts$' },
    },
    {
      name: 'reveal-has-listed-importers',
      comment:
        'Who turns secrets into text: what encrypts and hashes them (adapters/sops/cipher.ts), what wraps and shares data keys (adapters/sops/data-key.ts), what asks schemas about opened values and masks them (adapters/sops/plaintext.ts), what writes values in clear on purpose (stages/sops/clear.ts), and what `cairn render --reveal` puts into documents (stages/render/revealed.ts). Each importer to come is listed here, and reviewed as such.',
      severity,
      from: { path: OURS, pathNot: '^src/adapters/sops/(cipher|data-key|plaintext)[.]ts$|^src/stages/sops/clear[.]ts$|^src/stages/render/revealed[.]ts$' },
      to: { path: '^src/core/reveal[.]ts$' },
    },
    ...LIBRARIES.map(({ folder, libraries }) => ({
      name: `libraries-of-${folder.replace(/^\^src\/|\/$/g, '').replace('/', '-')}`,
      severity,
      from: { path: folder },
      to: { ...npm, pathNot: inside(libraries) },
    })),
    {
      name: 'pure-code-brings-no-library',
      severity,
      from: { path: PURE, pathNot: LIBRARIES.map(({ folder }) => folder).join('|') },
      to: npm,
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
