import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished } from 'vitest'
import type { Fault } from './faults.ts'
import { githubApi, type Operation } from './openapi.ts'
import { errorBody, OPERATIONS, type Answered } from './operations.ts'
import { newWorld, type World } from './world.ts'

/** A request as it arrived. */
export interface Received {
  /** The operation's id, `graphql` or `storage`. */
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly token: string | undefined
}

export interface GitHubServer {
  readonly world: World
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  /** What a job's process finds in its environment. */
  readonly env: Readonly<Record<string, string>>
  readonly received: readonly Received[]
  /** Ids of the operations asked for, in order. */
  readonly asked: () => string[]
  /** What GitHub's description does not allow, of requests and of this server's own answers. */
  readonly problems: readonly string[]
  readonly misbehave: (fault: Fault) => void
}

export interface ServerOptions {
  /** `/api/v3` as on GitHub Enterprise Server. */
  readonly prefix?: string
  /** A server of another kind has no GraphQL. */
  readonly graphql?: 'yes' | 'no'
  /** Whether what GitHub's description does not allow fails the test. */
  readonly problems?: 'fail' | 'collected'
}

interface Context {
  readonly prefix: string
  readonly graphql: 'yes' | 'no'
  readonly world: World
  readonly received: Received[]
  readonly problems: string[]
  readonly faults: Fault[]
  storage: string
  own: string
}

/**
 * GitHub on this machine: it remembers what it is told, checks each request and each of its own answers against
 * GitHub's OpenAPI description, and misbehaves on demand. It ends with the test, which fails where a check did.
 */
export async function startGitHub(options: ServerOptions = {}): Promise<GitHubServer> {
  const { prefix = '', graphql = 'yes', problems = 'fail' } = options
  const context: Context = { world: newWorld(), received: [], problems: [], faults: [], storage: '', own: '', prefix, graphql }
  // On a port of its own, hence another origin, as GitHub's storage is.
  context.storage = await listen((request, response) => answerStorage(context, request, response))
  context.own = await listen((request, response) => answerApi(context, request, response))
  const apiUrl = `${context.own}${prefix}`
  if (problems === 'fail') onTestFinished(() => expect(context.problems).toEqual([]))
  return {
    world: context.world,
    apiUrl,
    env: {
      GITHUB_API_URL: apiUrl,
      GITHUB_SERVER_URL: context.own,
      GITHUB_GRAPHQL_URL: `${context.own}${prefix === '' ? '' : '/api'}/graphql`,
      GITHUB_REPOSITORY: `${context.world.repository.owner.login}/${context.world.repository.name}`,
    },
    received: context.received,
    asked: () => context.received.map(({ operation }) => operation),
    problems: context.problems,
    misbehave: (fault) => context.faults.push(fault),
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

async function listen(handle: Handler): Promise<string> {
  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'x-defect': String(error).replace(/[^ -~]/g, ' ') }).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function answerApi(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET' } = request
  const url = new URL(request.url ?? '/', context.own)
  const body = jsonIn(await text(request))
  const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const isGraphql = url.pathname === (context.prefix === '' ? '/graphql' : '/api/graphql')
  const path = url.pathname.startsWith(context.prefix) ? url.pathname.slice(context.prefix.length) : ''
  const operation = isGraphql ? undefined : githubApi().operation(method, path)
  const id = isGraphql ? 'graphql' : (operation?.id ?? `${method} ${url.pathname}`)
  context.received.push({ operation: id, method, path, query: Object.fromEntries(url.searchParams), body, token })
  if (operation !== undefined) {
    const found = githubApi().requestProblems(operation, { query: url.searchParams, body })
    context.problems.push(...found.map((problem) => `${id}, request: ${problem}`))
  } else if (!isGraphql) {
    context.problems.push(`${id}: GitHub's description, as far as it is here, has no such operation`)
  }
  const answered = () => (isGraphql ? graphqlAnswer(context, token, body) : restAnswer(context, { operation, url, body, token }))
  await respond(context, { id, operation, answered, url }, response)
}

interface Asked {
  readonly operation: Operation | undefined
  readonly url: URL
  readonly body: unknown
  readonly token: string | undefined
}

function restAnswer(context: Context, { operation, url, body, token }: Asked): Answered {
  const known = token === undefined ? undefined : context.world.tokens.get(token)
  if (known === undefined) return { status: 401, body: errorBody('Bad credentials') }
  const perform = OPERATIONS[operation?.id ?? '']
  if (operation === undefined || perform === undefined) return { status: 404, body: errorBody('Not Found') }
  const { world, storage } = context
  return perform({ world, storage, token: known, parameters: operation.parameters, query: url.searchParams, body })
}

function graphqlAnswer(context: Context, token: string | undefined, body: unknown): Answered {
  if (context.graphql === 'no') return { status: 404, body: errorBody('Not Found') }
  const known = token === undefined ? undefined : context.world.tokens.get(token)
  if (known === undefined) return { status: 401, body: errorBody('Bad credentials') }
  const { query = '' } = body as { readonly query?: string }
  return /^query \{ viewer \{ login \} \}$/.test(query)
    ? { status: 200, body: { data: { viewer: { login: known.account.login } } } }
    : { status: 200, body: { errors: [{ message: `this server does not know ${query}` }] } }
}

interface Responding {
  readonly id: string
  readonly operation: Operation | undefined
  readonly answered: () => Answered
  readonly url: URL
}

async function respond(context: Context, { id, operation, answered, url }: Responding, response: ServerResponse): Promise<void> {
  const fault = faultOn(context, id)
  const truth = fault?.answer === undefined || fault.done === true ? paged(answered(), url) : undefined
  if (fault?.delay !== undefined) await new Promise((done) => setTimeout(done, fault.delay))
  if (fault?.breaks === 'at once') {
    response.socket?.destroy()
    fault.then?.()
    return
  }
  const { status, headers = {}, body }: Answered = fault?.answer ?? truth ?? { status: 500 }
  if (operation !== undefined && typeof body !== 'string') {
    const found = githubApi().responseProblems(operation, status, body)
    context.problems.push(...found.map((problem) => `${id}, answer: ${problem}`))
  }
  const sent = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }
  const given = { 'x-github-request-id': 'C0DE:0000:1111', ...type, ...headers }
  if (fault?.breaks === undefined) {
    response.writeHead(status, given).end(sent)
  } else {
    response.writeHead(status, { ...given, 'content-length': String(Buffer.byteLength(sent) + 100) })
    response.write(sent.slice(0, sent.length / 2))
    if (fault.breaks === 'in the body') setTimeout(() => response.socket?.destroy(), 20)
  }
  fault?.then?.()
}

/** GitHub lists a page, and says in a header whether there are more. */
function paged(answered: Answered, url: URL): Answered {
  const { list, ...rest } = answered
  if (list === undefined) return answered
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30))
  const page = Number(url.searchParams.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(list.items.length / size))
  const items = list.items.slice((page - 1) * size, page * size)
  const link = (to: number, rel: string) => {
    const other = new URL(url)
    other.searchParams.set('page', String(to))
    return `<${other.href}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  return { ...rest, body: list.wrap?.(items) ?? items, headers: links.length === 0 ? {} : { link: links.join(', ') } }
}

function faultOn({ faults }: Context, id: string): Fault | undefined {
  for (const fault of faults) {
    if (fault.on !== id || fault.times === 0) continue
    if (fault.after !== undefined && fault.after > 0) {
      fault.after--
      continue
    }
    if (fault.times !== undefined) fault.times--
    return fault
  }
  return undefined
}

async function answerStorage(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { authorization } = request.headers
  context.received.push({ operation: 'storage', method: request.method ?? '', path: request.url ?? '', query: {}, body: undefined, token: authorization })
  const fault = faultOn(context, 'storage')
  if (fault?.delay !== undefined) await new Promise((done) => setTimeout(done, fault.delay))
  const found = context.world.artifacts.find(({ id }) => request.url === `/${id}`)
  const { status = 404, body = '' } = fault?.answer ?? {}
  if (fault?.breaks === 'at once') response.socket?.destroy()
  else if (found === undefined || fault?.answer !== undefined) response.writeHead(status).end(body)
  else if (fault?.breaks !== undefined) {
    response.writeHead(200, { 'content-length': String(found.archive.length) })
    response.write(found.archive.subarray(0, found.archive.length / 2))
    if (fault.breaks === 'in the body') setTimeout(() => response.socket?.destroy(), 20)
  } else response.writeHead(200, { 'content-type': 'application/zip' }).end(found.archive)
  fault?.then?.()
}

function jsonIn(sent: string): unknown {
  return sent === '' ? undefined : JSON.parse(sent)
}
