import { resolve } from 'node:path'
import { sha256 } from '../adapters/digest.ts'
import { writeNewFolder } from '../adapters/new-folder.ts'
import { toolIdentity } from '../adapters/tool.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { escapeControls, say } from '../core/message.ts'
import { MANIFEST_FILE } from '../core/publication.ts'
import { makePublication } from '../queries/publish/publication.ts'
import { jsonText } from '../report/inert.ts'
import { plural } from '../report/verdict.ts'
import { buildPublication } from '../stages/publish/manifest.ts'
import { VERSION } from '../version.ts'
import { open } from './open.ts'
import type { RenderOptions } from './options.ts'
import { tellFindings } from './output.ts'
import type { Terminal } from './terminal.ts'

export interface ArtifactsOptions extends RenderOptions {
  readonly artifacts: string
  readonly documents: readonly string[]
}

/**
 * Writes what would be published of a working tree or a commit into a new folder: artifacts, encrypted files and the
 * lists of sealed leaves, without manifests, which are of commits.
 */
export async function runArtifacts(options: ArtifactsOptions, terminal: Terminal): Promise<number> {
  refuseOthers(options)
  const collector = new Collector()
  const workspace = await open(options, terminal, collector)
  const { check, inputs } = await makePublication(workspace, {
    collector,
    source: { commit: '', prefix: '' },
    tool: toolIdentity(VERSION),
    digest: sha256,
    environments: options.environment,
    today: terminal.today,
    progress: terminal.progress,
  })
  const code = tellFindings(check.findings, terminal)
  const all = inputs === undefined ? [] : buildPublication(inputs, sha256).files
  const files = all.filter(({ path }) => !isManifest(path, check.environments))
  if (inputs !== undefined) {
    writeNewFolder(resolve(terminal.directory, options.directory ?? '.', options.artifacts), options.artifacts, files)
  }
  const written = files.map(({ path }) => path)
  if (options.format === 'json') terminal.out(`${jsonText({ version: 1, blocked: inputs === undefined, files: written, findings: check.findings })}\n`)
  else if (inputs === undefined) terminal.out('nothing is written: errors block what would be published\n')
  else terminal.out(`${plural(files.length, 'file')} written to ${escapeControls(options.artifacts)}\n`)
  return code
}

function isManifest(path: string, environments: readonly string[]): boolean {
  return path === MANIFEST_FILE || environments.some((environment) => path === `${environment}/${MANIFEST_FILE}`)
}

function refuseOthers({ documents, reveal, output, format }: ArtifactsOptions): void {
  const hint = say`cairn.yaml says what is published, and in which formats`
  if (documents.length > 0) throw new Failure('usage', say`--artifacts writes all documents, and takes none by name`, hint)
  if (reveal === true) throw new Failure('usage', say`--artifacts never holds anything in clear`, say`use --reveal without it`)
  if (output !== undefined) throw new Failure('usage', say`--artifacts and --output exclude each other`)
  if (format !== 'terminal' && format !== 'json') throw new Failure('usage', say`--artifacts tells what it wrote as json only`, hint)
}
