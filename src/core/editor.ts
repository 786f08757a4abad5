import type { Message } from './message.ts'

/** The settings by which editors find the schemas of files, as VS Code and the YAML language server have them. */
export interface EditorMapping {
  /** `yaml.schemas`: by the schema's path, the globs of the files that it is for. */
  readonly yaml: Readonly<Record<string, readonly string[]>>
  /** `json.schemas`, for schemas that are JSON. */
  readonly json: readonly { readonly fileMatch: readonly string[]; readonly url: string }[]
  /** What has no mapping, and why. */
  readonly left: readonly Message[]
}

/** Where VS Code keeps the settings of a folder. */
export const SETTINGS_FILE = '.vscode/settings.json'
