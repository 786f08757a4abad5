import { spawnSync } from 'node:child_process'
import { dirname, delimiter } from 'node:path'
import { hostNode } from '../host-node.ts'

interface Where {
  /** The file that the blocks are in, for messages. */
  readonly file: string
  /** Where they run. */
  readonly folder: string
  /** A folder of commands that are on the PATH. */
  readonly bin: string
}

/** A marker, and the fenced block after it. */
const BLOCK = /<!-- (run(?:: exit (\d+))?|output) -->\n+(```[a-z]*\n)([\s\S]*?)(^```$)/gm

/**
 * Runs the marked blocks of a Markdown text in order.
 *
 * @returns the text with what they printed, and how many ran
 * @throws where a block ends with another exit code than it says
 */
export function runBlocks(text: string, where: Where): { readonly text: string; readonly count: number } {
  let printed = ''
  let count = 0
  const replaced = text.replace(BLOCK, (...match: string[]) => {
    const [block = '', kind, exit, fence = '', body = ''] = match
    if (kind === 'output') return block.slice(0, block.indexOf(fence)) + fence + printed + '```'
    printed = execute(body, Number(exit ?? 0), where)
    count++
    return block
  })
  return { text: replaced, count }
}

function execute(script: string, expected: number, { file, folder, bin }: Where): string {
  const environment = {
    ...process.env,
    PATH: [bin, dirname(hostNode()), process.env['PATH']].join(delimiter),
    NO_COLOR: '1',
  }
  const args = ['-c', `set -euo pipefail\nexec 2>&1\n${script}`]
  const { status, stdout } = spawnSync('bash', args, { cwd: folder, env: environment, encoding: 'utf8' })
  if (status !== expected) {
    throw new Error(`${file}: exit code ${status ?? 'none'} instead of ${expected} from\n${script}\n${stdout}`)
  }
  return stdout === '' || stdout.endsWith('\n') ? stdout : `${stdout}\n`
}
