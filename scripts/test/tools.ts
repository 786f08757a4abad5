import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Prints which programs of others the tests had, and why they had not the rest. */
export function listTools(root: string): void {
  console.log()
  spawnSync('bash', [join(root, 'scripts', 'install-tools.sh'), '--list'], { stdio: ['ignore', 'inherit', 'inherit'] })
}
