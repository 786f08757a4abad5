import { execFileSync, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface GitServer {
  /** Without a path: `http://127.0.0.1:1234`. */
  readonly origin: string
  /** All headers of that name, of every request. */
  readonly authorizations: readonly (readonly string[])[]
}

interface Serving {
  /** The folder with the repositories. */
  readonly folder: string
  /** What a request has to bring; others are answered as `refuses` says. */
  readonly token: string
  readonly refuses?: 401 | 403
  /** Reading needs no token. */
  readonly open?: boolean
}

/** Serves repositories over HTTP as Git's own server program does (git-http-backend(1)), to those with a token. */
export async function serveGit({ folder, token, refuses = 401, open = false }: Serving): Promise<GitServer> {
  const authorizations: string[][] = []
  const expected = `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`
  const server = createServer((request, response) => {
    const sent = request.rawHeaders.filter((_, i) => i % 2 === 1 && request.rawHeaders[i - 1]?.toLowerCase() === 'authorization')
    authorizations.push(sent)
    const reads = open && !(request.url ?? '').includes('receive-pack')
    if (reads || sent.some((header) => header.toLowerCase() === expected.toLowerCase())) answer(folder, request, response)
    else response.writeHead(refuses, refuses === 401 ? { 'WWW-Authenticate': 'Basic realm="Git"' } : {}).end('no')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authorizations }
}

const BACKEND = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend')

/** CGI (RFC 3875): the request in variables and on standard input, headers and body on standard output. */
function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '', 'http://localhost')
  const child = spawn(BACKEND, [], {
    env: {
      PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_PROJECT_ROOT: folder, GIT_HTTP_EXPORT_ALL: '1', REMOTE_USER: 'publisher', REMOTE_ADDR: '127.0.0.1',
      PATH_INFO: pathname, QUERY_STRING: search.slice(1), REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '', HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => undefined)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    const output = Buffer.concat(chunks)
    const end = output.indexOf('\r\n\r\n')
    let status = 200
    for (const line of output.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/: (.*)/s)
      if (name.toLowerCase() === 'status') status = Number.parseInt(value)
      else response.setHeader(name, value)
    }
    response.writeHead(status).end(output.subarray(end + 4))
  })
}
