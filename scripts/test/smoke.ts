import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hostNode } from '../host-node.ts'
import { add, NONE, type Counts } from './counts.ts'

/** Runs the smoke tests, each file in a process of its own on the Node.js of the machine. */
export function runSmoke(folder: string): Counts {
  const node = hostNode()
  console.log(`\nsmoke tests of dist/ on ${spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()}`)
  let counts = NONE
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.smoke.mjs')) counts = add(counts, runFile(node, join(folder, file)))
  }
  return counts === NONE ? { passed: 0, failed: 1, skipped: 0 } : counts
}

/** A file closes with its counts as JSON on a line; one that does not has failed. */
function runFile(node: string, file: string): Counts {
  const { status, stdout } = spawnSync(node, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = stdout.trimEnd().split('\n')
  const last = lines.pop() ?? ''
  try {
    const { passed, failed } = JSON.parse(last) as { passed: number; failed: number }
    console.log(lines.join('\n'))
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, skipped: 0 }
  } catch {
    console.log(stdout)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
