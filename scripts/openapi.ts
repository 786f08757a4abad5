/**
 * Cuts GitHub's OpenAPI description to what the action calls, for the tests that stand in for GitHub. The package that
 * has it all is 385 MB when installed; its archive, 29 MB, is fetched into a temporary folder, read once and removed.
 *
 *     node scripts/openapi.ts             test/fixtures/github/openapi-subset.json
 *
 * The same version gives the same bytes.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cut, type Description } from './openapi/cut.ts'
import { ROOT } from './root.ts'

const PACKAGE = '@octokit/openapi@23.0.2'

/** What the action calls, or will when it publishes. */
const OPERATIONS = [
  'get /rate_limit',
  'get /user',
  'get /orgs/{org}/teams/{team_slug}/members',
  'get /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'post /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'patch /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'delete /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'get /repos/{owner}/{repo}/pulls',
  'get /repos/{owner}/{repo}/pulls/{pull_number}',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'get /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
  'get /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}',
  'get /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  'get /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
  'post /repos/{owner}/{repo}/check-runs',
  'patch /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'post /repos/{owner}/{repo}/statuses/{sha}',
  'get /repos/{owner}/{repo}/git/ref/{ref}',
  'post /repos/{owner}/{repo}/git/refs',
  'patch /repos/{owner}/{repo}/git/refs/{ref}',
  'post /repos/{owner}/{repo}/releases',
  'get /repos/{owner}/{repo}/releases/tags/{tag}',
  'post /repos/{owner}/{repo}/releases/{release_id}/assets',
]

const target = join(ROOT, 'test/fixtures/github')
const folder = mkdtempSync(join(tmpdir(), 'cairn-openapi-'))
try {
  const run = (command: string, args: readonly string[]) => execFileSync(command, args, { cwd: folder, encoding: 'utf8' })
  const archive = run('npm', ['pack', PACKAGE, '--silent']).trim()
  run('tar', ['xzf', archive, 'package/generated/api.github.com.json', 'package/LICENSE'])
  const whole = JSON.parse(readFileSync(join(folder, 'package/generated/api.github.com.json'), 'utf8')) as Description
  const text = cut(whole, OPERATIONS)
  writeFileSync(join(target, 'openapi-subset.json'), text)
  writeFileSync(join(target, 'LICENSE'), readFileSync(join(folder, 'package/LICENSE')))
  console.log(`${OPERATIONS.length} operations, ${Math.round(Buffer.byteLength(text) / 1000)} kB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
