/**
 * Writes what is told twice from the place where it is told first: docs/cli.md from the command line's own definition,
 * the tables of docs/action.md from action.yml, and the texts that come with a rule in reports from docs/findings.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Argument, Command, Option } from 'commander'
import { createProgram } from '../src/cli/program.ts'
import { openTerminal } from '../src/cli/terminal.ts'
import { actionTables } from './docs/action-tables.ts'
import { ruleTexts } from './docs/rule-texts.ts'

const program = createProgram(
  () => openTerminal(process, 'never'),
  () => undefined,
)

const cell = (text: string) => text.replaceAll('|', '\\|')

function choicesOf({ argChoices, defaultValue }: Option): string {
  const choices = argChoices === undefined ? '' : ` One of ${argChoices.map((choice) => `\`${choice}\``).join(', ')}.`
  const given = typeof defaultValue === 'string' && defaultValue !== '.' ? ` Default: \`${defaultValue}\`.` : ''
  return choices + given
}

function optionsTable(options: readonly Option[]): string {
  const rows = options.map((option) => `| \`${cell(option.flags)}\` | ${cell(sentence(option.description))}${choicesOf(option)} |\n`)
  return `| option | |\n|---|---|\n${rows.join('')}\n`
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

function argumentsTable(list: readonly Argument[]): string {
  if (list.length === 0) return ''
  const rows = list.map((one) => `| \`${one.required ? `<${one.name()}>` : `[${one.name()}${one.variadic ? '...' : ''}]`}\` | ${cell(sentence(one.description))} |\n`)
  return `| argument | |\n|---|---|\n${rows.join('')}\n`
}

/** The examples that follow a command's help. */
function afterHelp(command: Command): string {
  let text = ''
  command.configureOutput({ writeOut: (part) => (text += part) })
  command.outputHelp()
  const at = text.indexOf('Examples:')
  if (at < 0) return ''
  return '```sh\n' + text.slice(at).split('\n').slice(1).map((line) => line.trim()).filter((line) => line !== '').join('\n') + '\n```\n\n'
}

/** `schema diff`: a command below another one has the names of both. */
function nameOf(command: Command): string {
  return command.parent?.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name()
}

function section(command: Command): string {
  if (command.commands.length > 0) return command.commands.map(section).join('')
  const usage = `cairn ${nameOf(command)} ${command.usage()}`
  return (
    `## ${nameOf(command)}\n\n${sentence(command.description())}\n\n\`\`\`\n${usage}\n\`\`\`\n\n` +
    argumentsTable(command.registeredArguments) +
    optionsTable(command.options) +
    afterHelp(command)
  )
}

const text =
  '# Command line\n\n' +
  '<!-- Generated from src/cli/program.ts by `npm run docs`; edit it there. -->\n\n' +
  'Every command runs in the nearest folder, from the current one up to the top of the Git repository, that has a\n' +
  '`cairn.yaml` or an `environments` folder; `check` of a change in the one that its base has. Results go to standard\n' +
  'output, findings about them to standard error.\n\n' +
  'Exit codes: 0 nothing found at or above `--fail-on`; 1 findings; 2 asked wrongly (unknown option, environment,\n' +
  'document or commit); 3 the run broke (no Git, no permission, a defect).\n\n' +
  'Options of every command:\n\n' +
  optionsTable(program.options) +
  program.commands.map(section).join('')

const at = (path: string) => new URL(`../${path}`, import.meta.url)
const read = (path: string) => readFileSync(at(path), 'utf8')
writeFileSync(at('docs/cli.md'), text.trimEnd() + '\n')
writeFileSync(at('docs/action.md'), actionTables(read('docs/action.md'), read('action.yml')))
writeFileSync(at('src/report/rule-texts.ts'), ruleTexts(read('docs/findings.md')))
