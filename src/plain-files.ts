import type { Collector } from './core/collector.ts'
import { formatOf } from './core/format.ts'
import { ruleFor } from './core/sops/creation-rules.ts'
import { rulesOf, type RulesByFolder } from './secret-rules.ts'
import { asksForEncryption, checkPlainFile } from './stages/secrets/plain-file.ts'
import { readPlain } from './stages/sops/read.ts'
import type { Workspace } from './workspace.ts'

/** A name that promises encryption has a finding of its own. */
const PROMISING_NAME = /[^/]\.sops\.[^./]+$/

/**
 * Checks plain files of which `.sops.yaml` says that they are encrypted.
 *
 * @param plain the plain files that documents are made of, and whether a protected environment uses them
 */
export async function checkPlainFiles(
  { reader, engines: { goRegexp: regexp } }: Workspace,
  plain: ReadonlyMap<string, boolean>,
  { rules: all, collector }: { readonly rules: RulesByFolder; readonly collector: Collector },
): Promise<void> {
  if (all.size === 0) return
  for (const [path, isProtected] of plain) {
    const ruled = rulesOf(path, all)
    if (ruled?.rules.sound !== true || PROMISING_NAME.test(path)) continue
    await reader.whole(collector, () => {
      const rule = ruleFor(ruled.rules, ruled.below, regexp)
      const format = formatOf(path)
      if (rule === undefined || format === undefined || format === 'toml' || !asksForEncryption(rule, regexp)) return
      const source = reader.source(path)
      const documents = source && readPlain(source.text, format)
      if (source === undefined || documents?.ok !== true) return
      const file = { source, documents: documents.result, rule, rules: ruled.file, protected: isProtected }
      checkPlainFile(file, { regexp, report: collector.report })
    })
    collector.close()
  }
}
