import { finding, type Report } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { inFile } from '../../core/place.ts'
import { GIT_SETTINGS, type ManifestEnvironment, type PublishedFiles } from '../../core/publication.ts'

export interface GitSettingsInput {
  readonly files: PublishedFiles
  readonly environments: readonly ManifestEnvironment[]
  /** Whether nothing but the publication may lie there: what lies there all the same is told as that. */
  readonly exclusive: boolean
}

/**
 * Tells of files beside or above a publication on a branch by which Git changes what a checkout or an archive of it
 * has, though every byte of the branch is right. What lies in the publication's own folders is none of its files.
 */
export function verifyGitSettings(input: GitSettingsInput, report: Report): void {
  for (const path of gitSettings(input)) {
    report(finding('verify/git-settings', inFile(path), WORDS[splitOff(path)[1].toLowerCase()] ?? say``))
  }
}

/** The paths of such files. */
export function gitSettings({ files, environments, exclusive }: GitSettingsInput): string[] {
  const above = new Set(environments.flatMap(({ name }) => foldersAbove(name)))
  const beside = exclusive ? [] : files.entries.map(({ path }) => path).filter((path) => {
    const [folder, file] = splitOff(path)
    const { everywhere, atTheTop } = GIT_SETTINGS
    return above.has(folder) && (isIn(everywhere, file) || (folder === '' && isIn(atTheTop, file)))
  })
  return [...files.settingsAbove?.() ?? [], ...beside]
}

/** `eu/production` lies in `eu` and in all. */
function foldersAbove(environment: string): string[] {
  const parts = environment.split('/')
  return parts.map((_, i) => parts.slice(0, i).join('/'))
}

function splitOff(path: string): [folder: string, file: string] {
  const slash = path.lastIndexOf('/')
  return [path.slice(0, Math.max(slash, 0)), path.slice(slash + 1)]
}

/** Some file systems do not tell upper from lower case. */
function isIn(names: readonly string[], file: string): boolean {
  return names.includes(file.toLowerCase())
}

const WORDS: Readonly<Record<string, Message>> = {
  '.gitattributes': say`counts for the publication, too: Git can leave files out of an archive by it, and change line ends and contents in a checkout`,
  '.gitmodules': say`brings other repositories into a checkout of the publication`,
  '.lfsconfig': say`says where a checkout takes large files from`,
}
