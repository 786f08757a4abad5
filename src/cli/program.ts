import { Command, InvalidArgumentError, Option, type OutputConfiguration } from 'commander'
import { FAIL_ON_CHANGE } from '../report/change-level.ts'
import { FAIL_ON } from '../report/verdict.ts'
import { CHECK_FORMATS, FORMATS, RENDER_FORMATS, type ExplainOptions, type InitOptions } from './options.ts'
import { addSecrets } from './secrets/commands.ts'
import type { ColourChoice, Terminal } from './terminal.ts'
import { VERSION } from '../version.ts'

type Exit = (code: number) => void
type Open = (colour: ColourChoice) => Terminal

/**
 * The command line: every command, argument and option with its help. `docs/cli.md` is generated from it. Commands are
 * loaded when they run.
 *
 * @param exit is given the exit code of the command that ran
 * @param output where help and complaints about the command line are written
 */
export function createProgram(openTerminal: Open, exit: Exit, output: OutputConfiguration = {}): Command {
  const program = new Command('cairn')
    .configureOutput(output)
    .description('Checks, explains and publishes configuration that lives in Git.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addOption(new Option('-C, --directory <dir>', 'run as if started in this directory').default('.', 'here'))
    .addOption(new Option('--colour <when>', 'colour the output').choices(['auto', 'always', 'never']).default('auto'))
    .showSuggestionAfterError()
    .showHelpAfterError('(cairn --help lists the commands)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .addHelpText('after', EXIT_CODES)

  const terminal = (command: Command) => openTerminal(command.optsWithGlobals<{ colour: ColourChoice }>().colour)

  command(program, 'check', 'check everything there is to check, and say what is wrong and where; with a base also what changes')
    .argument('[base]', 'the commit to compare with, or base..head; without one nothing is compared')
    .argument('[head]', HEAD)
    .addOption(at())
    .addOption(environments('look at this environment only (repeatable)'))
    .addOption(failOn())
    .option('--open', 'open encrypted files with the age keys that SOPS would use, verify them and check what is in them')
    .option('--timing', 'say how long each stage took')
    .addOption(format(CHECK_FORMATS))
    .addHelpText('after', '\nExamples:\n  cairn check\n  cairn check origin/main\n  cairn check main..feature --format markdown\n  cairn check --at main --format json\n  cairn check --format sarif > cairn.sarif\n  cairn check origin/main --format html > report.html')
    .action(async (base: string | undefined, head: string | undefined, _options, self: Command) => {
      const { runCheck } = await import('./check.ts')
      exit(await runCheck({ base, head }, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'render', 'print effective documents: layers merged, references resolved')
    .argument('[documents...]', 'documents as kind/name; all of them if none is named')
    .addOption(at())
    .addOption(environments('render this environment (repeatable); all that are not abstract if none is named'))
    .option('--output <file>', 'write it to this file instead, which only you can read')
    .option('--artifacts <dir>', 'write what would be published into this folder, which has to be empty or new')
    .option('--reveal', 'put encrypted values in, opened with the age keys that SOPS would use: the only output in clear')
    .addOption(format(RENDER_FORMATS))
    .addHelpText('after', '\ntoml, ini and env hold one document of one environment.\n\nExamples:\n  cairn render --environment production-eu\n  cairn render models/mixtral --format json\n  cairn render services/api -e production-eu --format env --reveal --output /run/api.env\n  cairn render --artifacts out')
    .action(async (documents: string[], _options, self: Command) => {
      const { runRender } = await import('./render.ts')
      exit(await runRender(documents, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'publish', 'render what environments run with, and bring it to where they read it')
    .addOption(new Option('-t, --to <target>', 'dir:<path>, branch:<name> or archive:<file.tar.gz>; {environment} makes one of each (repeatable); those of cairn.yaml if none is named').argParser(collect).default([], 'cairn.yaml'))
    .addOption(new Option('--at <commit>', 'publish this commit; HEAD if none is named'))
    .addOption(environments('publish this environment only (repeatable)'))
    .option('--rollback-to <commit>', 'publish this commit though a newer one has been published, and record that')
    .option('--sign-key <file>', 'sign with this private SSH key')
    .option('--dry-run', 'say what would change where, and change nothing')
    .addOption(format(['terminal', 'json']))
    .addHelpText('after', '\nExamples:\n  cairn publish --dry-run --to branch:deploy\n  cairn publish --to dir:/srv/config --environment production-eu\n  cairn publish --to branch:deploy --rollback-to v1.4')
    .action(async (_options, self: Command) => {
      const { runPublish } = await import('./publish.ts')
      exit(await runPublish(self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'verify', 'prove that a publication is whole, unchanged, and follows from its commit')
    .argument('[publications...]', 'dir:<path>, branch:<name> or archive:<file.tar.gz>; the targets of cairn.yaml if none is named')
    .option('--allowed-signers <file>', 'who may sign (ssh-keygen(1), ALLOWED SIGNERS); that of cairn.yaml if none is named')
    .option('--bundle <file>', 'a Sigstore bundle, as actions/attest makes it: see that it attests this publication (its signature: gh attestation verify)')
    .option('--allow-unproven', 'let pass what another version of Cairn made and this one makes otherwise, though no allowed signer vouches for it')
    .addOption(failOn())
    .addOption(format(['terminal', 'json']))
    .addHelpText('after', '\nExamples:\n  cairn verify\n  cairn verify branch:deploy\n  cairn verify dir:/srv/config --allowed-signers signers\n  cairn verify archive:config.tar.gz --fail-on warning\n  cairn verify branch:deploy --allow-unproven')
    .action(async (publications: string[], _options, self: Command) => {
      const { runVerify } = await import('./verify.ts')
      exit(await runVerify(publications, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'watch', 'check, and check again what a change can affect whenever files change; ends with Ctrl-C')
    .addOption(environments('look at this environment only (repeatable)'))
    .option('-t, --to <folder>', 'render what environments run with to this folder, which is kept in step')
    .option('--poll', 'look every second, where nothing tells of changes: on network drives and in some containers')
    .addOption(format(['terminal', 'json']))
    .addHelpText('after', '\nExamples:\n  cairn watch\n  cairn watch --environment dev --to /tmp/config\n  cairn watch --format json')
    .action(async (_options, self: Command) => {
      const { runWatch } = await import('./watch.ts')
      exit(await runWatch(self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'explain', 'say where a value comes from and what it shadows')
    .argument('<environment>', 'the environment to look in')
    .argument('<document>', 'the document, as kind/name')
    .argument('[pointer]', 'the value, as a JSON Pointer: /network/port; the whole document if left out', '')
    .option('--dependents', 'say instead who depends on the document, directly and through others')
    .addOption(at())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn explain production-eu models/mixtral /replicas\n  cairn explain staging services/gateway\n  cairn explain production-eu models/mixtral --dependents')
    .action(async (environment: string, document: string, pointer: string, _options, self: Command) => {
      const options = self.optsWithGlobals<ExplainOptions>()
      const question = { environment, document, pointer }
      const run =
        options.dependents === true ? (await import('./dependents.ts')).runDependents : (await import('./explain.ts')).runExplain
      exit(await run(question, options, terminal(self)))
    })

  command(program, 'diff', 'show what changes in effective values between two states of the repository')
    .argument('[base]', BASE)
    .argument('[head]', HEAD)
    .addOption(environments('look at this environment only (repeatable)'))
    .addOption(documents())
    .option('--open', 'open encrypted files with the age keys that SOPS would use, to tell values from ciphertext')
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn diff\n  cairn diff main HEAD --environment production-eu')
    .action(async (base: string | undefined, head: string | undefined, _options, self: Command) => {
      const { runDiff } = await import('./diff.ts')
      exit(await runDiff({ base, head }, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'compare', 'show the differences between two environments')
    .argument('<left>', 'an environment')
    .argument('<right>', 'another environment')
    .addOption(at())
    .addOption(documents())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn compare staging production-eu\n  cairn compare staging production-eu --document models/mixtral')
    .action(async (left: string, right: string, _options, self: Command) => {
      const { runCompare } = await import('./compare.ts')
      exit(await runCompare({ left, right }, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'order', 'print the order in which documents start: what each needs before it')
    .argument('<environment>', 'the environment to look in')
    .addOption(at())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn order production-eu\n  cairn order staging --format json')
    .action(async (environment: string, _options, self: Command) => {
      const { runOrder } = await import('./order.ts')
      exit(await runOrder(environment, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'environments', 'list the environments, what they inherit and what exists in them')
    .option('--documents', 'list the documents of each environment')
    .addOption(at())
    .addOption(environments('list this environment only (repeatable)'))
    .addOption(format())
    .action(async (_options, self: Command) => {
      const { runEnvironments } = await import('./environments.ts')
      exit(await runEnvironments(self.optsWithGlobals(), terminal(self)))
    })

  const schema = command(program, 'schema', 'print the schemas of kinds, and say what a change of them means').helpCommand(false)

  schema.command('print', { isDefault: true })
    .description('print the schema of a kind, or list the kinds and their schemas; "print" may be left out')
    .allowExcessArguments(false)
    .argument('[kind]', 'the kind; all of them are listed if none is named')
    .option('--resolved', 'put all that it refers to in other files into it')
    .addOption(at())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn schema\n  cairn schema services\n  cairn schema services --resolved --format json')
    .action(async (kind: string | undefined, _options, self: Command) => {
      const { runSchema } = await import('./schema.ts')
      exit(await runSchema(kind, self.optsWithGlobals(), terminal(self)))
    })

  command(schema, 'diff', 'say what a change of schemas means for documents: patch, minor or major')
    .argument('[base]', BASE)
    .argument('[head]', HEAD)
    .addOption(new Option('-k, --kind <kind>', 'look at this kind only (repeatable)').argParser(collect).default([], 'all'))
    .addOption(new Option('--fail-on <level>', 'exit with 1 from this level on').choices(FAIL_ON_CHANGE).default('major'))
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn schema diff\n  cairn schema diff v1.4.0 HEAD --kind services\n  cairn schema diff main --fail-on minor')
    .action(async (base: string | undefined, head: string | undefined, _options, self: Command) => {
      const { runSchemaDiff } = await import('./schema-diff.ts')
      exit(await runSchemaDiff({ base, head }, self.optsWithGlobals(), terminal(self)))
    })

  addSecrets(program, { terminal, exit, format })

  command(program, 'init', 'look at this repository and propose a cairn.yaml')
    .option('--write', 'write the proposal to cairn.yaml, where there is none yet; with --editor to .vscode/settings.json')
    .option('--editor', 'propose instead the settings by which editors find the schemas of documents')
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn init\n  cairn init --write\n  cairn init --editor --write')
    .action(async (_options, self: Command) => {
      const options = self.optsWithGlobals<InitOptions>()
      if (options.editor === true) {
        const { runInitEditor } = await import('./init-editor.ts')
        exit(await runInitEditor(options, terminal(self)))
        return
      }
      const { runInit } = await import('./init.ts')
      exit(await runInit(options, terminal(self)))
    })

  return program
}

function command(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).allowExcessArguments(false)
}

const BASE = 'the commit to compare with (default: the first parent of a merge, else the merge base with the remote default branch)'
const HEAD = 'the commit to look at (default: the working tree)'
const at = () => new Option('--at <commit>', 'look at a commit instead of the working tree')
const format = (formats: readonly string[] = FORMATS) =>
  new Option('--format <format>', 'how to print').choices(formats).default('terminal').argParser((value) => {
    if (formats.includes(value)) return value
    const elsewhere = (CHECK_FORMATS as readonly string[]).includes(value) ? ` Only cairn check prints ${value}.` : ''
    throw new InvalidArgumentError(`Allowed choices are ${formats.join(', ')}.${elsewhere}`)
  })
const failOn = () =>
  new Option('--fail-on <severity>', 'exit with 1 from this severity on').choices(FAIL_ON).default('error')
const environments = (help: string) =>
  new Option('-e, --environment <name>', help).argParser(collect).default([], 'all')
const documents = () =>
  new Option('-d, --document <kind/name>', 'look at this document only (repeatable)').argParser(collect).default([], 'all')

function collect(value: string, before: readonly string[]): readonly string[] {
  if (value === '') throw new InvalidArgumentError('it must not be empty.')
  return [...before, value]
}

const EXIT_CODES = `
Exit codes:
  0  nothing found at or above --fail-on
  1  findings
  2  asked wrongly: an unknown option, environment, document or commit
  3  the run broke: no Git, no permission, a defect in Cairn`
