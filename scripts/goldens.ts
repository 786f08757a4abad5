/** Writes what the golden cases print. CI runs it and demands that nothing changes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { realGoldens } from '../test/cases/changes/real-repository.ts'
import { caseFolders } from '../test/cases/folders.ts'
import { reviewGoldens } from '../test/cases/review/goldens.ts'
import { runCase } from '../test/cases/run-case.ts'
import { nativeGoldens } from '../test/publish/native/cases.ts'

for (const [, folder] of caseFolders()) writeFileSync(join(folder, 'expected'), await runCase(folder))
for await (const [file, text] of reviewGoldens()) writeFileSync(file, text)
for await (const [file, text] of realGoldens()) writeFileSync(file, text)
for (const [file, text] of nativeGoldens()) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
