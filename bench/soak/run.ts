/**
 * Kills publishers at random moments, and lets twenty publish to one branch at once, for as long as somebody wants to
 * watch. Not a part of the tests, which kill at every named step (`test/publish/targets/killed.test.ts`).
 *
 *     npm run soak                            200 kills for each kind of target, ten rounds of twenty publishers
 *     npm run soak -- --points 50 --seconds 60    at most a minute for each part
 *     npm run soak -- --only branch           directory, archive, branch, promoter or publishers
 *
 * After every kill the target has to have the old or the new publication, whole, and the next run has to finish the
 * job; after every round the newest commit has to be published, and the chain unbroken. Ends with an error where not.
 */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundlePublisher, runPublisher } from '../../test/publish/targets/bundled.ts'
import {
  contentsOf, contentsOfArchive, contentsOfCommit, createRemote, createSource, type Contents,
} from '../../test/publish/targets/sources.ts'
import { wholePublication } from '../../test/publish/targets/whole.ts'

const PARTS = ['directory', 'archive', 'branch', 'promoter', 'publishers'] as const
type Part = (typeof PARTS)[number]

const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '10' },
    publishers: { type: 'string', default: '20' },
    seconds: { type: 'string', default: 'Infinity' },
    only: { type: 'string', multiple: true, default: [...PARTS] },
  },
})
const seconds = Number(values.seconds)
const folder = mkdtempSync(join(tmpdir(), 'cairn-soak-'))
const program = await bundlePublisher(join(folder, 'publisher'))

interface Place {
  readonly root: string
  readonly to: readonly string[]
  readonly port: (port: number) => string
  readonly contents: () => Contents
  readonly beside: readonly string[]
  /** Whatever a run should not leave. */
  readonly litter: () => readonly string[]
  /** Where processes put what they make for themselves. */
  readonly tmp: string
}

/** A configuration repository, and a target of a kind. */
function placeOf(part: Exclude<Part, 'publishers'>): Place {
  const at = join(folder, part)
  const out = join(at, 'out')
  const remote = join(at, 'remote.git')
  const tmp = join(at, 'tmp')
  mkdirSync(tmp, { recursive: true })
  const source = createSource(join(at, 'source'))
  const remoteGit = createRemote(remote)
  source.git('remote', 'add', 'origin', remote)
  const shared = { root: source.root, port: source.port, beside: [], tmp }
  const current = join(out, 'current')
  if (part === 'directory') {
    const isLitter = (entry: string): boolean => !/^(?:current|versions|[0-9]{8})$/.test(entry)
    const litter = () => [...readdirSync(out), ...readdirSync(join(out, 'versions')), ...readdirSync(tmp)].filter(isLitter)
    return { ...shared, to: [`dir:${out}`], contents: () => (existsSync(current) ? contentsOf(current) : new Map()), litter }
  }
  if (part === 'archive') {
    const file = join(out, 'configuration.tar.gz')
    const litter = () => readdirSync(out).filter((entry) => entry !== 'configuration.tar.gz')
    return { ...shared, to: [`archive:${file}`], contents: () => (existsSync(file) ? contentsOfArchive(file) : new Map()), litter }
  }
  const isPromoted = part === 'promoter'
  const branch = isPromoted ? 'deploy-next' : 'deploy'
  if (isPromoted) source.write('cairn.yaml', 'publish: {targets: [{to: "branch:deploy", promoter: true}]}\n')
  return {
    ...shared,
    to: isPromoted ? [] : ['branch:deploy'],
    beside: isPromoted ? ['hydrator.metadata'] : [],
    contents: () => (remoteGit('branch', '--list', branch) === '' ? new Map() : contentsOfCommit(remote, branch)),
    litter: () => {
      remoteGit('fsck', '--strict', '--connectivity-only')
      return readdirSync(tmp)
    },
  }
}

const portIn = (contents: Contents): string => String(contents.get('production/services/db.yaml')).trim()

async function killAtRandom(part: Exclude<Part, 'publishers'>): Promise<void> {
  const place = placeOf(part)
  const { root, to, beside, tmp } = place
  const variables = { TMPDIR: tmp }
  const start = performance.now()
  const tally = { points: 0, killed: 0, old: 0, new: 0 }
  let port = 0
  let whole = 500
  while (tally.points < Number(values.points) && performance.now() - start < seconds * 1000) {
    const before = `port: ${port}`
    // Every fourth commit changes nothing that is published.
    if (tally.points % 4 !== 3) port++
    const after = `port: ${port}`
    const commit = place.port(port)
    const killAfter = whole * (0.2 + 0.85 * Math.random())
    const { killed } = await runPublisher(program, { root, commit, to }, { killAfter, variables })
    const found = place.contents()
    if (found.size > 0) wholePublication(found, beside)
    else assert.equal(before, 'port: 0')
    if (found.size > 0) assert.ok([before, after].includes(portIn(found)), `${portIn(found)} is neither old nor new`)
    tally.points++
    if (killed) tally.killed++
    if (killed && before !== after) tally[found.size > 0 && portIn(found) === after ? 'new' : 'old']++
    const { milliseconds, failure } = await runPublisher(program, { root, commit, to }, { variables })
    assert.equal(failure, undefined)
    wholePublication(place.contents(), beside)
    assert.equal(portIn(place.contents()), after)
    assert.deepEqual(place.litter(), [])
    whole = 0.8 * whole + 0.2 * milliseconds
  }
  const took = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`${part}: ${tally.points} points, ${tally.killed} killed (of those with changes ${tally.old} left the old publication, ${tally.new} the new one), ${took} s; whole each time`)
}

async function publishAtOnce(): Promise<void> {
  const at = join(folder, 'publishers')
  const remote = join(at, 'remote.git')
  const source = createSource(join(at, 'source'))
  const remoteGit = createRemote(remote)
  source.git('remote', 'add', 'origin', remote)
  const start = performance.now()
  const commits: string[] = []
  let rounds = 0
  let published = 0
  while (rounds < Number(values.rounds) && performance.now() - start < seconds * 1000) {
    const fresh = Array.from({ length: Number(values.publishers) }, () => source.port(commits.push('') + 1))
    commits.splice(commits.length - fresh.length, fresh.length, ...fresh)
    const ran = await Promise.all(fresh.map((commit) => runPublisher(program, { root: source.root, commit, to: ['branch:deploy'] })))
    for (const { did, failure } of ran) assert.ok(failure === undefined && ['publish', 'superseded'].includes(did[0] as string), JSON.stringify(failure ?? did))
    published += ran.filter(({ did }) => did[0] === 'publish').length
    const { commit, entries } = wholePublication(contentsOfCommit(remote, 'deploy'))
    assert.equal(commit, commits.at(-1))
    assert.equal(entries.length, published)
    const order = entries.map((entry) => commits.indexOf(entry.commit))
    assert.deepEqual(order, [...order].sort((a, b) => a - b))
    assert.equal(Number(remoteGit('rev-list', '--count', 'deploy')), published)
    rounds++
  }
  const took = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`publishers: ${rounds} rounds of ${values.publishers}, ${published} published and ${commits.length - published} superseded, ${took} s; the newest won each time, one unbroken chain of ${published}`)
}

try {
  for (const part of PARTS.filter((one) => values.only.includes(one))) {
    await (part === 'publishers' ? publishAtOnce() : killAtRandom(part))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
