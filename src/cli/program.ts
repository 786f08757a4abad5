import { Command, InvalidArgumentError, Option, type OutputConfiguration } from 'commander'
import { FAIL_ON } from '../report/verdict.ts'
import { FORMATS } from './options.ts'
import type { ColourChoice, Terminal } from './terminal.ts'
import { VERSION } from './version.ts'

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

  command(program, 'check', 'check everything there is to check, and say what is wrong and where')
    .addOption(at())
    .addOption(environments('look at this environment only (repeatable)'))
    .addOption(failOn())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn check\n  cairn check --at main --format json')
    .action(async (_options, self: Command) => {
      const { runCheck } = await import('./check.ts')
      exit(await runCheck(self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'render', 'print effective documents: layers merged, references resolved')
    .argument('[documents...]', 'documents as kind/name; all of them if none is named')
    .addOption(at())
    .addOption(environments('render this environment (repeatable); all that are not abstract if none is named'))
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn render --environment production-eu\n  cairn render models/mixtral --format json')
    .action(async (documents: string[], _options, self: Command) => {
      const { runRender } = await import('./render.ts')
      exit(await runRender(documents, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'explain', 'say where a value comes from and what it shadows')
    .argument('<environment>', 'the environment to look in')
    .argument('<document>', 'the document, as kind/name')
    .argument('[pointer]', 'the value, as a JSON Pointer: /network/port; the whole document if left out', '')
    .addOption(at())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn explain production-eu models/mixtral /replicas\n  cairn explain staging services/gateway')
    .action(async (environment: string, document: string, pointer: string, _options, self: Command) => {
      const { runExplain } = await import('./explain.ts')
      exit(await runExplain({ environment, document, pointer }, self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'diff', 'show what changes in effective values between two states of the repository')
    .argument('[base]', 'the commit to compare with (default: the first parent of a merge, else the merge base with the remote default branch)')
    .argument('[head]', 'the commit to look at (default: the working tree)')
    .addOption(environments('look at this environment only (repeatable)'))
    .addOption(documents())
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

  command(program, 'environments', 'list the environments, what they inherit and what exists in them')
    .option('--documents', 'list the documents of each environment')
    .addOption(at())
    .addOption(environments('list this environment only (repeatable)'))
    .addOption(format())
    .action(async (_options, self: Command) => {
      const { runEnvironments } = await import('./environments.ts')
      exit(await runEnvironments(self.optsWithGlobals(), terminal(self)))
    })

  command(program, 'init', 'look at this repository and propose a cairn.yaml')
    .option('--write', 'write the proposal to cairn.yaml, where there is none yet')
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn init\n  cairn init --write')
    .action(async (_options, self: Command) => {
      const { runInit } = await import('./init.ts')
      exit(await runInit(self.optsWithGlobals(), terminal(self)))
    })

  return program
}

function command(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).allowExcessArguments(false)
}

const at = () => new Option('--at <commit>', 'look at a commit instead of the working tree')
const format = () => new Option('--format <format>', 'how to print').choices(FORMATS).default('terminal')
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
