import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/adapters/digest.ts'
import type { ChainEntry, Publication, PublicationFile, Published, PublishedFiles } from '../../../src/core/publication.ts'
import { chainLine } from '../../../src/stages/publish/chain.ts'
import { decide, newestOf, type Changes, type Decision, type Question, type Relation } from '../../../src/stages/publish/decide.ts'
import { buildPublication } from '../../../src/stages/publish/manifest.ts'

/** Commits in the order of history: `a` is the oldest. */
const COMMITS = 'abcde'
const id = (commit: string): string => commit.repeat(40)
const relation = (newest: string, commit: string): Relation => {
  const order = COMMITS.indexOf(newest[0] as string) - COMMITS.indexOf(commit)
  return order === 0 ? 'same' : order < 0 ? 'ancestor' : 'descendant'
}

interface Making {
  readonly commit: string
  /** What is in the artifact. */
  readonly port?: number
  readonly environments?: readonly string[]
  /** The folder in the repository that it is made from. */
  readonly prefix?: string
}

function make({ commit, port = 1, environments = ['production'], prefix = '' }: Making): Publication {
  return buildPublication({
    source: { commit: id(commit), prefix },
    tool: { name: 'cairn', version: '1.0.0', digest: null },
    inputs: [],
    environments: environments.map((name) => ({
      name,
      artifacts: [{ path: 'services/db.yaml', bytes: Buffer.from(`port: ${port}\n`), document: 'services/db', format: 'yaml', layers: [] }],
      secrets: [], sealed: [], kinds: [], variables: new Map(),
    })),
  }, sha256)
}

/** A target in memory, to which decisions are applied as they are. */
class Place {
  files = new Map<string, Buffer>()
  /** Paths that are marked as executable. */
  readonly programs = new Set<string>()
  noted: string | undefined
  readonly canAdvance: boolean
  constructor({ canAdvance = true } = {}) {
    this.canAdvance = canAdvance
  }

  get published(): Published {
    return { revision: '', files: this.files.size === 0 ? undefined : filesOf(this.files, this.programs), newest: this.noted }
  }

  question(making: Making): Question {
    const newest = newestOf(this.published, sha256)
    return {
      publication: make(making), published: this.published, relation: newest === undefined ? 'same' : relation(newest, making.commit),
      rollback: false, narrowed: false, canAdvance: this.canAdvance, digest: sha256,
    }
  }

  decide(making: Making, asked: Partial<Question> = {}): Decision {
    return decide({ ...this.question(making), target: 'dir:out', ...asked })
  }

  /** Decides, and does it. */
  publish(making: Making, asked: Partial<Question> = {}): string {
    const decision = this.decide(making, asked)
    if (decision.does === 'advance') this.noted = decision.newest
    if (decision.does !== 'publish') return decision.does
    const publication = make(making)
    const statement = Buffer.from('{}\n')
    const entry: ChainEntry = {
      version: 1, sequence: (decision.last?.entry.sequence ?? 0) + 1, predecessor: decision.last?.digest ?? null,
      manifest: sha256(bytesOf(publication, 'manifest.json')), statement: sha256(statement), commit: publication.manifest.source.commit, target: asked.target ?? 'dir:out',
      time: '2026-11-23T12:00:00Z', ref: null, actor: null, run: null, newest: decision.newest, rollback: decision.rollback,
    }
    for (const path of decision.removed) this.files.delete(path)
    for (const { path, bytes } of publication.files) this.files.set(path, Buffer.from(bytes))
    this.files.set('provenance.json', statement)
    this.files.set('chain.jsonl', Buffer.concat([decision.chain, Buffer.from(`${chainLine({ entry, signature: null })}\n`)]))
    this.noted = this.canAdvance ? decision.newest : undefined
    return 'publish'
  }

  get commit(): string {
    return /"commit": "(.)/.exec(this.files.get('manifest.json')?.toString() ?? '')?.[1] ?? ''
  }
}

const bytesOf = ({ files }: Publication, path: string): Uint8Array => (files.find((file) => file.path === path) as PublicationFile).bytes

function filesOf(files: ReadonlyMap<string, Buffer>, programs: ReadonlySet<string> = new Set()): PublishedFiles {
  return { entries: Array.from(files.keys(), (path) => ({ path, type: programs.has(path) ? 'executable' : 'file' })), read: (path) => files.get(path) }
}

const BACK = { rollback: true }

describe.each([{ canAdvance: true }, { canAdvance: false }])('what is to be done where $canAdvance says whether commits can be noted', (kind) => {
  it('publishes what is new', () => {
    const place = new Place(kind)
    expect(place.decide({ commit: 'a' })).toMatchObject({
      does: 'publish', added: ['manifest.json', 'production/manifest.json', 'production/services/db.yaml'], changed: [], removed: [], rollback: null, newest: id('a'),
    })
  })

  it('publishes what differs, and says what goes', () => {
    const place = new Place(kind)
    place.publish({ commit: 'a', environments: ['production', 'staging'] })
    expect(place.decide({ commit: 'b', port: 2 })).toMatchObject({
      does: 'publish', added: [], removed: ['staging/manifest.json', 'staging/services/db.yaml'],
    })
    expect((place.decide({ commit: 'b', port: 2 }) as Changes).changed).toContain('production/services/db.yaml')
  })

  it('does nothing for the same commit again', () => {
    const place = new Place(kind)
    place.publish({ commit: 'a' })
    expect(place.decide({ commit: 'a' })).toEqual({ does: 'nothing' })
  })

  it('publishes once more what was made for another target, as after a target was renamed or copied', () => {
    const place = new Place(kind)
    place.publish({ commit: 'a' }, { target: 'dir:before' })
    expect(place.decide({ commit: 'a' })).toMatchObject({ does: 'publish', added: [], removed: [], rollback: null, newest: id('a') })
    expect(place.publish({ commit: 'b' })).toBe('publish')
    expect(place.decide({ commit: 'b' })).toEqual({ does: 'nothing' })
  })

  it('does nothing in turns for two spellings of a place that nobody holds entries against', () => {
    const place = new Place(kind)
    place.publish({ commit: 'a' }, { target: 'dir:./out' })
    expect(decide(place.question({ commit: 'a' }))).toEqual({ does: 'nothing' })
  })

  it.each(['production/services/db.yaml', 'production/manifest.json', 'manifest.json', 'chain.jsonl', 'provenance.json'])('publishes once more where %s is marked as a program', (file) => {
    const place = new Place(kind)
    place.publish({ commit: 'a' })
    place.programs.add(file)
    expect(place.decide({ commit: 'a' })).toMatchObject({ does: 'publish', added: [], removed: [], rollback: null })
  })

  it('notes a newer commit with the same bytes, or publishes it', () => {
    const place = new Place(kind)
    place.publish({ commit: 'a' })
    expect(place.publish({ commit: 'c' })).toBe(kind.canAdvance ? 'advance' : 'publish')
    expect(place.decide({ commit: 'c' })).toEqual({ does: 'nothing' })
  })

  it('leaves a run of a commit in between that comes late without effect, after an advance, too', () => {
    const place = new Place(kind)
    place.publish({ commit: 'a' })
    place.publish({ commit: 'c' })
    expect(place.decide({ commit: 'b', port: 2 })).toEqual({ does: 'superseded', by: id('c') })
    expect(place.decide({ commit: 'a' })).toEqual({ does: 'superseded', by: id('c') })
  })

  it.each(['unrelated', 'missing', 'unknown'] as const)('refuses after a commit whose relation is %s', (other) => {
    const place = new Place(kind)
    place.publish({ commit: 'a' })
    const decision = place.decide({ commit: 'b', port: 2 }, { relation: other })
    expect(decision.does).toBe('refuse')
    const { hint } = decision as { hint: string }
    expect(hint).toContain(other === 'unknown' ? 'fetch-depth: 0' : `--rollback-to ${id('b').slice(0, 12)}`)
  })

  it('goes on from a rewritten history where that is asked for, and notes it', () => {
    for (const other of ['unrelated', 'missing'] as const) {
      const place = new Place(kind)
      place.publish({ commit: 'c' })
      expect(place.decide({ commit: 'b', port: 2 }, { ...BACK, relation: other }))
        .toMatchObject({ does: 'publish', newest: id('b'), rollback: id('c') })
    }
  })

  it('does not go back in a clone without all history: it could not say what is newer', () => {
    const place = new Place(kind)
    place.publish({ commit: 'c' })
    expect(place.decide({ commit: 'b', port: 2 }, { ...BACK, relation: 'unknown' }).does).toBe('refuse')
  })

  it('publishes again what was changed at the target', () => {
    const place = new Place(kind)
    place.publish({ commit: 'a' })
    for (const path of ['production/services/db.yaml', 'provenance.json', 'production/manifest.json']) {
      place.files.set(path, Buffer.from('{"version": 1}\n'))
      expect(place.publish({ commit: 'a' }), path).toBe('publish')
      expect(place.publish({ commit: 'a' }), path).toBe('nothing')
      place.files.delete(path)
      expect(place.publish({ commit: 'a' }), path).toBe('publish')
    }
    place.files.set('manifest.json', Buffer.from(`${(place.files.get('manifest.json') as Buffer).toString()}\n`))
    expect(place.publish({ commit: 'a' })).toBe('publish')
    place.files.set('production/services/stray.yaml', Buffer.from(''))
    expect(place.decide({ commit: 'a' })).toMatchObject({ does: 'publish', removed: ['production/services/stray.yaml'] })
  })
})

describe('going back', () => {
  /** `c` is published, and gone back from to `a`. */
  function goneBack(): Place {
    const place = new Place()
    place.publish({ commit: 'a', port: 1 })
    place.publish({ commit: 'c', port: 3 })
    expect(place.decide({ commit: 'a', port: 1 }, BACK)).toMatchObject({ does: 'publish', newest: id('c'), rollback: id('c') })
    place.publish({ commit: 'a', port: 1 }, BACK)
    expect(place.commit).toBe('a')
    return place
  }

  it('is refused where nothing is published', () => {
    expect(new Place().decide({ commit: 'a' }, BACK)).toMatchObject({ does: 'refuse', said: 'nothing is published there yet' })
  })

  it('asked for twice is done once', () => {
    expect(goneBack().decide({ commit: 'a', port: 1 }, BACK)).toEqual({ does: 'nothing' })
  })

  it('is not undone by a run that comes late, of a commit in between or of the one gone back from', () => {
    const place = goneBack()
    expect(place.decide({ commit: 'b', port: 2 })).toEqual({ does: 'superseded', by: id('c') })
    const again = place.decide({ commit: 'c', port: 3 })
    expect(again).toMatchObject({ does: 'refuse', said: 'cccccccccccc was gone back from, to aaaaaaaaaaaa' })
  })

  it('is undone when somebody asks for that', () => {
    const place = goneBack()
    expect(place.publish({ commit: 'c', port: 3 }, BACK)).toBe('publish')
    expect(place.decide({ commit: 'c', port: 3 })).toEqual({ does: 'nothing' })
    expect(place.decide({ commit: 'b', port: 2 })).toEqual({ does: 'superseded', by: id('c') })
  })

  it('can be done again, to another commit', () => {
    const place = goneBack()
    expect(place.decide({ commit: 'b', port: 2 }, BACK)).toMatchObject({ does: 'publish', newest: id('c'), rollback: id('c') })
  })

  it('ends with a newer commit, which may give the same bytes as the one gone back to', () => {
    const place = goneBack()
    expect(place.publish({ commit: 'd', port: 1 })).toBe('advance')
    expect(place.decide({ commit: 'd', port: 1 })).toEqual({ does: 'nothing' })
    expect(place.decide({ commit: 'c', port: 3 })).toEqual({ does: 'superseded', by: id('d') })
    expect(place.publish({ commit: 'e', port: 5 })).toBe('publish')
    expect(place.commit).toBe('e')
  })

  it('to a newer commit is going on', () => {
    const place = new Place()
    place.publish({ commit: 'a', port: 1 })
    expect(place.decide({ commit: 'b', port: 2 }, BACK)).toMatchObject({ does: 'publish', newest: id('b'), rollback: null })
  })
})

describe('what may be replaced', () => {
  it('is nothing of environments that were not asked for', () => {
    const place = new Place()
    place.publish({ commit: 'a', environments: ['production', 'staging'] })
    expect(place.decide({ commit: 'b', environments: ['staging'] }, { narrowed: true }))
      .toMatchObject({ does: 'refuse', said: 'production is published there too, and would be removed' })
    expect(place.decide({ commit: 'b', environments: ['production', 'staging'], port: 2 }, { narrowed: true }).does).toBe('publish')
  })

  it.each(['manifest.json', 'chain.jsonl', 'production/of-another-tool.yaml', 'production'])('is no %s that no publication wrote', (path) => {
    const place = new Place()
    place.files.set(path, Buffer.from('{}'))
    expect(place.decide({ commit: 'a' }).does).toBe('refuse')
  })

  it('is nothing beside it', () => {
    const place = new Place()
    place.files.set('README.md', Buffer.from('of somebody'))
    place.files.set('production.md', Buffer.from('of somebody'))
    expect(place.decide({ commit: 'a' })).toMatchObject({ does: 'publish', removed: [] })
    place.publish({ commit: 'a', environments: ['production', 'staging'] })
    const decision = place.decide({ commit: 'b', port: 2 }) as Changes
    expect([...decision.removed, ...decision.changed].filter((path) => path.endsWith('.md'))).toEqual([])
  })

  it('is no file of somebody else where an environment that is new has its folder', () => {
    const place = new Place()
    place.publish({ commit: 'a' })
    place.files.set('staging', Buffer.from('of somebody'))
    expect(place.decide({ commit: 'b', environments: ['production', 'staging'] }))
      .toMatchObject({ does: 'refuse', said: 'staging is a file there, and a folder of the publication has that name' })
    place.files.delete('staging')
    place.files.set('eu', Buffer.from('of somebody'))
    expect(place.decide({ commit: 'b', environments: ['production', 'eu/west'] }).does).toBe('refuse')
  })

  it('is no publication whose manifest or chain cannot be read', () => {
    for (const path of ['manifest.json', 'chain.jsonl']) {
      const place = new Place()
      place.publish({ commit: 'a' })
      for (const content of ['', '{}\n', 'nonsense']) {
        place.files.set(path, Buffer.from(content))
        expect(place.decide({ commit: 'b', port: 2 }, { relation: 'ancestor' })).toMatchObject({ does: 'refuse', said: `${path} is there, and is not as Cairn writes it` })
      }
    }
    const place = new Place()
    place.publish({ commit: 'a' })
    place.files.delete('chain.jsonl')
    expect(place.decide({ commit: 'b', port: 2 }, { relation: 'ancestor' }).does).toBe('refuse')
  })
})

describe('two folders of one repository at one target', () => {
  const other = { commit: 'b', prefix: 'apps/', environments: ['apps'] }

  it('do not take each other away', () => {
    const place = new Place()
    place.publish({ commit: 'a' })
    expect(place.decide(other)).toMatchObject({ does: 'refuse' })
    expect(place.decide({ ...other, commit: 'a' })).toMatchObject({ does: 'refuse' })
  })

  it('are one that was moved, where somebody says so', () => {
    const place = new Place()
    place.publish({ commit: 'a' })
    expect(place.publish(other, { rollback: true })).toBe('publish')
    expect(place.publish({ ...other, commit: 'c', port: 2 })).toBe('publish')
  })
})
