import { readFileSync } from 'node:fs'

/** A section of a documentation page with the examples in it. */
export interface Section {
  readonly page: string
  readonly heading: string
  /** A fixture under `test/fixtures/repositories` that the files are laid over. */
  readonly repository?: string
  readonly files: Readonly<Record<string, string>>
  /** The files before a change: those above, but for what is new and what was otherwise (`# base file:`). */
  readonly base: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
  readonly claims: readonly Claim[]
}

/** What a block of a page says is so. */
export interface Claim {
  readonly is: 'effective' | 'environments' | 'findings' | 'dangers' | 'demands' | 'checked' | 'order' | 'dependents' | 'excerpt' | 'command'
  /** The rest of the block's first line. */
  readonly of: string
  readonly text: string
}

const CLAIM = /^(?:# (effective|environments|findings|dangers|demands|checked|order|dependents|excerpt)(?:: (.*))?|(\$) cairn (.*))$/

/** Reads the examples of a page as the comment at its top explains. Each heading starts a new section. */
export function readPage(path: string): readonly Section[] {
  const shared: Record<string, string> = {}
  return splitAtHeadings(readFileSync(path, 'utf8')).map((text) => readSection(path, text, shared))
}

function splitAtHeadings(page: string): string[] {
  const sections: string[] = []
  let inBlock = false
  for (const line of page.split('\n')) {
    if (line.startsWith('```')) inBlock = !inBlock
    if (!inBlock && /^#{1,4} /.test(line)) sections.push('')
    sections.push(`${sections.pop() ?? ''}${line}\n`)
  }
  return sections
}

function readSection(page: string, text: string, shared: Record<string, string>): Section {
  const files: Record<string, string> = {}
  const before: Record<string, string> = {}
  const fresh = new Set<string>()
  const variables: Record<string, string> = {}
  const claims: Claim[] = []
  let repository: string | undefined
  for (const [, block = ''] of text.matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)) {
    const [first = '', ...rest] = block.split('\n')
    const claim = CLAIM.exec(first)
    if (claim !== null) {
      claims.push({ is: (claim[1] ?? 'command') as Claim['is'], of: claim[2] ?? claim[4] ?? '', text: rest.join('\n') })
    } else if (first === '# variables') {
      for (const line of rest.filter((one) => one !== '')) variables[line.split('=')[0] as string] = line.replace(/^[^=]*=/, '')
    } else {
      repository = /^# repository: (.*)$/m.exec(block)?.[1] ?? repository
      for (const [, mark, path = '', content = ''] of block.matchAll(FILE)) {
        if (mark === 'shared ') shared[path] = content
        else if (mark === 'base ') before[path] = content
        else files[path] = content
        if (mark === 'new ') fresh.add(path)
      }
    }
  }
  const heading = /^#+ (.*)$/m.exec(text)?.[1] ?? ''
  const all = repository === undefined && Object.keys(files).length + Object.keys(before).length > 0 ? { ...shared, ...files } : files
  const base = { ...Object.fromEntries(Object.entries(all).filter(([path]) => !fresh.has(path))), ...before }
  return { page, heading, files: all, base, variables, claims, ...(repository !== undefined && { repository }) }
}

/** A file in a block: its mark, and everything up to the next one. */
const FILE = /^# (shared |base |new )?file: (.*)\n((?:(?!# (?:shared |base |new )?file: ).*\n)*)/gm
