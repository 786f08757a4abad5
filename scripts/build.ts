/**
 * Builds dist/: the command line and the library with everything they need, types, and the licences of what is bundled.
 * The same sources give the same bytes on every machine; CI compares them with what is committed.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bundle } from './build/bundle.ts'
import { declarations } from './build/declarations.ts'
import { notices } from './build/notices.ts'
import { ROOT } from './root.ts'

const dist = join(ROOT, 'dist')
const { files, modules } = await bundle(ROOT)
for (const [path, text] of declarations(ROOT)) files.set(join('types', path), text)
files.set('THIRD-PARTY-NOTICES.txt', notices(modules))

for (const [path, text] of files) {
  if (text.includes(ROOT)) throw new Error(`dist/${path} names a folder of this machine`)
}
// Everything is at hand: only now does the old build go.
rmSync(dist, { recursive: true, force: true })
for (const [path, text] of files) {
  mkdirSync(dirname(join(dist, path)), { recursive: true })
  writeFileSync(join(dist, path), text)
}
chmodSync(join(dist, 'cli.js'), 0o755)

const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
console.log(`dist/: ${files.size} files, ${Math.round(bytes / 1000)} kB`)
