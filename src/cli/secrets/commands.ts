import { InvalidArgumentError, Option, type Command } from 'commander'
import { VALUE_TYPES } from '../../core/sops/value-types.ts'
import type { Terminal } from '../terminal.ts'

/** How the command line hands over what a command needs. */
export interface Wiring {
  readonly terminal: (command: Command) => Terminal
  readonly exit: (code: number) => void
  readonly format: () => Option
}

/** Adds `cairn secrets …`. Definitions alone: age and SOPS are loaded when one of them runs. */
export function addSecrets(program: Command, wiring: Wiring): void {
  const secrets = program.command('secrets').description('read, write, check and merge encrypted files (SOPS with age)').helpCommand(false)
  secrets.addHelpText('after', EXIT_CODES)
  addKeygen(secrets, wiring)
  addReading(secrets, wiring)
  addWriting(secrets, wiring)
  addBulk(secrets, wiring)
  addMerge(secrets, wiring)
}

const EXIT_CODES = `
Exit codes (docs/secrets.md has more):
  0  done, or all is right
  1  a file is not right, or a merge left a conflict
  2  asked wrongly: nothing was done
  3  it could not be done: no key opens the file, the editor failed, a file cannot be written`

const dryRun = () => new Option('--dry-run', 'say what would be done, and write nothing')
const document = () => new Option('--document <number>', 'of a YAML stream, counted from 0').default('0')

function addKeygen(secrets: Command, { terminal, exit }: Wiring): void {
  command(secrets, 'keygen', 'make a key: the private one goes to SOPS\'s key file, the recipient is printed')
    .option('--output <file>', 'write the private key to this new file instead')
    .option('--add', 'put the key behind those that the file has')
    .option('--post-quantum', 'make a key that withstands quantum computers too; SOPS reads it from 3.12 on')
    .addHelpText('after', '\nExamples:\n  cairn secrets keygen\n  cairn secrets keygen --output ~/keys/ci.txt')
    .action(async (_options, self: Command) => {
      const { runKeygen } = await import('./keygen.ts')
      exit(await runKeygen(self.optsWithGlobals(), terminal(self)))
    })
}

function addReading(secrets: Command, { terminal, exit, format }: Wiring): void {
  command(secrets, 'decrypt', 'print a file in clear, in its own format; its MAC is verified first')
    .argument('<file>', 'an encrypted file')
    .option('--output <file>', 'write it to this new file instead, which only you can read')
    .addHelpText('after', '\nExamples:\n  cairn secrets decrypt environments/production/services/db.sops.yaml')
    .action(async (file: string, _options, self: Command) => {
      const { runDecrypt } = await import('./decrypt.ts')
      exit(await runDecrypt(file, self.optsWithGlobals(), terminal(self)))
    })

  command(secrets, 'get', 'print one value in clear')
    .argument('<file>', 'an encrypted file')
    .argument('<pointer>', 'the value, as a JSON Pointer: /database/password')
    .addOption(document())
    .addHelpText('after', '\nExamples:\n  cairn secrets get db.sops.yaml /password')
    .action(async (file: string, pointer: string, _options, self: Command) => {
      const { runGet } = await import('./get.ts')
      exit(await runGet(file, pointer, self.optsWithGlobals(), terminal(self)))
    })

  command(secrets, 'status', 'say who can open which file and environment, how old files are, and what is due; needs no key')
    .argument('[files...]', FILES)
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn secrets status\n  cairn secrets status --format json')
    .action(async (files: string[], _options, self: Command) => {
      const { runStatus } = await import('./status.ts')
      exit(await runStatus(files, self.optsWithGlobals(), terminal(self)))
    })

  command(secrets, 'verify', 'open files, every value and the MAC, and say which are right')
    .argument('[files...]', FILES)
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn secrets verify\n  cairn secrets verify db.sops.yaml --format json')
    .action(async (files: string[], _options, self: Command) => {
      const { runVerify } = await import('./verify.ts')
      exit(await runVerify(files, self.optsWithGlobals(), terminal(self)))
    })
}

function addWriting(secrets: Command, { terminal, exit }: Wiring): void {
  command(secrets, 'encrypt', 'encrypt a file in its place, for those whom .sops.yaml names')
    .argument('<file>', 'a file in clear')
    .option('--output <file>', 'write a new file instead, and leave this one')
    .addOption(new Option('--recipient <age1…>', 'encrypt to this recipient instead of those of .sops.yaml (repeatable)').argParser(collect).default([], 'those of .sops.yaml'))
    .addOption(dryRun())
    .addHelpText('after', '\nExamples:\n  cairn secrets encrypt environments/production/services/db.sops.yaml')
    .action(async (file: string, _options, self: Command) => {
      const { runEncrypt } = await import('./encrypt.ts')
      exit(await runEncrypt(file, self.optsWithGlobals(), terminal(self)))
    })

  command(secrets, 'edit', 'open a file in clear in your editor (VISUAL, EDITOR), and encrypt what comes back; a new file is made')
    .argument('<file>', 'an encrypted file, or one to make')
    .addOption(dryRun())
    .addHelpText('after', '\nExamples:\n  cairn secrets edit environments/production/services/db.sops.yaml')
    .action(async (file: string, _options, self: Command) => {
      const { runEdit } = await import('./edit.ts')
      exit(await runEdit(file, self.optsWithGlobals(), terminal(self)))
    })

  command(secrets, 'set', 'set one value, read from standard input or asked for; a new file is made')
    .argument('<file>', 'an encrypted file, or one to make')
    .argument('<pointer>', 'the value, as a JSON Pointer: /database/password; /hosts/- adds an item to a list')
    .addOption(new Option('--type <type>', 'what the value is').choices(VALUE_TYPES).default('as it was', 'that of the value before; str for a new one'))
    .option('--value <text>', 'the value itself; beware: it ends up in the history of your shell, and other users of the machine see it')
    .addOption(document())
    .addOption(dryRun())
    .addHelpText('after', '\nExamples:\n  cairn secrets set db.sops.yaml /password\n  pass show db | cairn secrets set db.sops.yaml /password\n  echo 5433 | cairn secrets set db.sops.yaml /port --type int')
    .action(async (file: string, pointer: string, _options, self: Command) => {
      const { runSet } = await import('./set.ts')
      exit(await runSet(file, pointer, self.optsWithGlobals(), terminal(self)))
    })
}

function addBulk(secrets: Command, { terminal, exit, format }: Wiring): void {
  command(secrets, 'rotate', 'give files a new data key, and encrypt all of their values anew')
    .argument('[files...]', 'encrypted files')
    .option('--due', 'those that are older than cairn.yaml allows (secrets: {max-age: 90d})')
    .option('--all', 'all encrypted files of the repository')
    .addOption(dryRun())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn secrets rotate --due --dry-run\n  cairn secrets rotate db.sops.yaml')
    .action(async (files: string[], _options, self: Command) => {
      const { runRotate } = await import('./rotate.ts')
      exit(await runRotate(files, self.optsWithGlobals(), terminal(self)))
    })

  command(secrets, 'update-recipients', 'give files the recipients that .sops.yaml names')
    .argument('[files...]', FILES)
    .addOption(new Option('--revoke <recipient>', 'take access from this recipient, or who cairn.yaml calls so, with a new data key, and list the values to change (repeatable)').argParser(collect).default([], 'nobody'))
    .addOption(dryRun())
    .addOption(format())
    .addHelpText('after', '\nExamples:\n  cairn secrets update-recipients --dry-run\n  cairn secrets update-recipients --revoke alice')
    .action(async (files: string[], _options, self: Command) => {
      const { runUpdateRecipients } = await import('./update-recipients.ts')
      exit(await runUpdateRecipients(files, self.optsWithGlobals(), terminal(self)))
    })
}

interface MergeOptions {
  readonly install?: boolean
  readonly finish?: string
  readonly directory?: string
}

function addMerge(secrets: Command, { terminal, exit }: Wiring): void {
  command(secrets, 'merge', 'merge encrypted files value by value: Git\'s merge driver, its installation, and what it leaves to somebody with a key')
    .argument('[base]', 'the file of the common base (%O)')
    .argument('[ours]', 'the file of our side, which gets the result (%A)')
    .argument('[theirs]', 'the file of their side (%B)')
    .argument('[path]', 'where the result belongs, which tells the format (%P)')
    .option('--install', 'have Git use this driver in this clone: its configuration and .gitattributes')
    .option('--finish <file>', 'finish a merge that Git has left in conflict, with a key')
    .option('--ours', 'with --finish: where both sides changed a value, take ours')
    .option('--theirs', 'with --finish: take theirs')
    .addOption(dryRun())
    .addHelpText('after', '\nExamples:\n  cairn secrets merge --install\n  cairn secrets merge --finish db.sops.yaml')
    .action(async (...given: [string?, string?, string?, string?, unknown?, Command?]) => {
      const [base, ours, theirs, path, , self = secrets] = given
      const options = self.optsWithGlobals<MergeOptions>()
      if (options.install === true) {
        const { runMergeInstall } = await import('./merge-install.ts')
        return exit(runMergeInstall(options, terminal(self)))
      }
      if (options.finish !== undefined) {
        const { runMergeFinish } = await import('./merge-finish.ts')
        return exit(await runMergeFinish(options.finish, options, terminal(self)))
      }
      if (base === undefined || ours === undefined || theirs === undefined) {
        self.error('error: give base, ours and theirs, or --install, or --finish <file>')
      } else {
        const { runMergeDriver } = await import('./merge.ts')
        exit(await runMergeDriver({ base, ours, theirs, path: path ?? ours }, options.directory ?? '.', terminal(self)))
      }
    })
}

function command(parent: Command, name: string, description: string): Command {
  return parent.command(name).description(description).allowExcessArguments(false)
}

const FILES = 'encrypted files; all of the repository if none is named'

function collect(value: string, before: readonly string[]): readonly string[] {
  if (value === '') throw new InvalidArgumentError('it must not be empty.')
  return [...before, value]
}
