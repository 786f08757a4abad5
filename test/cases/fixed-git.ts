import { execFileSync } from 'node:child_process'

/** Everything that makes a commit's id is fixed, so that goldens can hold it. */
const FIXED = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
}

export function fixedGit(root: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', root, ...args], { env: { ...process.env, ...FIXED }, stdio: 'pipe' })
}
