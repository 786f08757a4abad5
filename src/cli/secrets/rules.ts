import { readBytes, type RepositoryFile } from '../../adapters/repository-file.ts'
import { Collector } from '../../core/collector.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import type { RegExpPort } from '../../core/schema/types.ts'
import { CREATION_RULES_FILE, ruleFor, rulesFolderOf, type CreationRule, type CreationRules } from '../../core/sops/creation-rules.ts'
import { readCreationRules } from '../../stages/sops/creation-rules.ts'
import { parseFile } from '../../stages/parse/parse.ts'
import { tellFindings } from '../output.ts'
import type { Terminal } from '../terminal.ts'

/** What `.sops.yaml` says of files: the nearest one above each, up to the top of the Git repository. */
export interface RuleBook {
  /** `undefined` where there is no `.sops.yaml`, or none of its rules covers the file. */
  ruleOf(file: RepositoryFile): CreationRule | undefined
}

/** Reads each `.sops.yaml` once, when it is first asked for; mistakes are told, and stop the command. */
export function openRuleBook(regexp: RegExpPort, terminal: Terminal): RuleBook {
  const books = new Map<string, CreationRules>()
  const known = new Map<string, boolean>()
  return {
    ruleOf: ({ top, path }) => {
      const folder = rulesFolderOf(path, (wanted) => {
        let has = known.get(wanted)
        if (has === undefined) known.set(wanted, (has = readBytes({ top, path: wanted, shown: wanted }) !== undefined))
        return has
      })
      if (folder === undefined) return undefined
      let book = books.get(folder)
      if (book === undefined) books.set(folder, (book = readRules(top, folder, { regexp, terminal })))
      return ruleFor(book, folder === '' ? path : path.slice(folder.length + 1), regexp)
    },
  }
}

function readRules(
  top: string,
  folder: string,
  { regexp, terminal }: { readonly regexp: RegExpPort; readonly terminal: Terminal },
): CreationRules {
  const path = folder === '' ? CREATION_RULES_FILE : `${folder}/${CREATION_RULES_FILE}`
  const collector = new Collector()
  const bytes = readBytes({ top, path, shown: path }) ?? Buffer.alloc(0)
  const [tree] = parseFile(path, bytes, { stream: false, tags: new Map() }, collector.report)
  const none = { sound: false, rules: undefined }
  const rules = tree === undefined ? none : readCreationRules(tree, regexp, collector.report)
  const findings = collector.findings()
  tellFindings(findings, terminal)
  if (!rules.sound || findings.some(({ severity }) => severity === 'error')) {
    throw new Failure('usage', say`${name(path)} has mistakes, so that nobody can tell who is to open what`, say`correct them first: SOPS would refuse it, or leave values in clear`)
  }
  return rules
}
