/** Writes what the golden cases print. CI runs it and demands that nothing changes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { caseFolders } from '../test/cases/folders.ts'
import { reviewGoldens } from '../test/cases/review/goldens.ts'
import { runCase } from '../test/cases/run-case.ts'

for (const [, folder] of caseFolders()) writeFileSync(join(folder, 'expected'), await runCase(folder))
for await (const [file, text] of reviewGoldens()) writeFileSync(file, text)
