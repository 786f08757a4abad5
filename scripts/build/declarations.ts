import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'

/** The type declarations of the library, text by path, sorted. */
export function declarations(root: string): Map<string, string> {
  const out = mkdtempSync(join(tmpdir(), 'cairn-types-'))
  try {
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
    const args = [tsc, '--project', join(root, 'tsconfig.build.json'), '--outDir', out]
    execFileSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'))
    return new Map(paths.sort().map((path) => [path.split(sep).join('/'), read(join(out, path))]))
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** TypeScript keeps `.ts` in the imports of declarations; every tool understands `.js`. */
function read(path: string): string {
  return readFileSync(path, 'utf8').replace(/(from |import\()(['"])(\.[^'"]+)\.ts\2/g, '$1$2$3.js$2')
}
