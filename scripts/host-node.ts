import { existsSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'

/**
 * The Node.js of the machine, which is what users run `dist/` on: the one that npm runs on, else the first on the PATH
 * that is not a devDependency.
 */
export function hostNode(): string {
  const ofNpm = process.env['npm_node_execpath']
  if (ofNpm !== undefined && !isInstalled(ofNpm)) return ofNpm
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !isInstalled(folder))
  const found = folders.map((folder) => join(folder, 'node')).find((path) => existsSync(path))
  return found ?? process.execPath
}

function isInstalled(path: string): boolean {
  return path.split(sep).includes('node_modules')
}
