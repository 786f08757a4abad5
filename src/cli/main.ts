import { VERSION } from '../version.ts'

// `--version` is what editors and scripts call most: it loads nothing else.
const args = process.argv.slice(2)
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${VERSION}\n`)
} else {
  const [{ run }, { optimizeLater }] = await Promise.all([import('./run.ts'), import('../adapters/late-optimizing.ts')])
  optimizeLater()
  const code = await run(args, process)
  // What went wrong with the output is worse than what the command found.
  process.exitCode ??= code
}
