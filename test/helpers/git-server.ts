import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** Git repositories over HTTP on this machine. */
export interface GitServer {
  /** `http://127.0.0.1:<port>`; a repository is at its path below the folder. */
  readonly url: string
  /** What came as `Authorization`, in order; `undefined` for requests without. */
  readonly authorizations: readonly (string | undefined)[]
}

/** What Git sends for a token of GitHub's. */
export function authorizationOf(token: string): string {
  return `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
}

/**
 * Serves the repositories of a folder with `git http-backend` (git-http-backend(1)) to who has the token, until the
 * test ends. As on GitHub, the scheme of the header is not told apart by case.
 */
export async function serveGit(folder: string, token: string): Promise<GitServer> {
  const authorizations: (string | undefined)[] = []
  const wanted = authorizationOf(token)
  const server = createServer((request, response) => {
    const given = request.headers.authorization
    authorizations.push(given)
    if (given?.replace(/^basic /i, 'basic ') === wanted) backend(folder, request, response)
    else response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="Git"' }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => {
    server.closeAllConnections()
    server.close(() => { resolve() })
  }))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authorizations }
}

/** As a web server calls a program (RFC 3875). */
function backend(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'somebody',
      REQUEST_METHOD: request.method,
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'],
      CONTENT_LENGTH: request.headers['content-length'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      GIT_PROTOCOL: request.headers['git-protocol'] as string | undefined,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => {})
  request.pipe(child.stdin)
  let head = Buffer.alloc(0)
  let isOpen = false
  child.stdout.on('data', (chunk: Buffer) => {
    if (isOpen) {
      response.write(chunk)
      return
    }
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return
    isOpen = true
    const lines = head.toString('latin1', 0, end).split('\r\n').map((line) => line.split(/: (.*)/s) as [string, string])
    const status = lines.find(([key]) => key.toLowerCase() === 'status')?.[1] ?? '200'
    response.writeHead(Number.parseInt(status, 10), Object.fromEntries(lines.filter(([key]) => key.toLowerCase() !== 'status')))
    response.write(head.subarray(end + 4))
  })
  child.on('close', () => response.end())
}
