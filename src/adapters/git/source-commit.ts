import type { SourceCommit } from '../../core/publication.ts'
import { git } from './run.ts'

/** What a commit says of itself. */
export function sourceCommit(root: string, commit: string): Omit<SourceCommit, 'url'> {
  const format = ['%H', '%ct', '%an <%ae>', '%s', '%b'].join('%x00')
  const args = ['-c', 'log.showSignature=false', 'log', '-1', '--no-color', '--no-notes', '--no-mailmap', '--encoding=UTF-8', `--format=${format}`, commit, '--']
  const [id = '', time = '0', author = '', subject = '', ...body] = git(root, args).stdout.toString('utf8').split('\u0000')
  return { commit: id, time: Number(time), author, subject, body: body.join('\u0000').trimEnd() }
}
