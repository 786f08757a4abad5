import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../reference/repository-files.ts'

/** The workflows of the pages, as somebody copies them: where each stands, and its text. */
export function documentedWorkflows(): (readonly [where: string, text: string])[] {
  return ['README.md', 'docs/action.md'].flatMap((page) => {
    const blocks = readFileSync(join(ROOT, page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)
    const all = Array.from(blocks, ([, text = '']) => text).filter((text) => text.includes('jobs:'))
    return all.map((text, i) => [`${page}, ${i + 1}`, text.replaceAll('<sha>', 'a'.repeat(40))] as const)
  })
}
