import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { publisher, world } from './world.ts'

const publish = publisher()
const to = ['dir:../out']

describe('what no reader of a publication would take', () => {
  it('is not told of the run: what is told goes on being read', async () => {
    const at = world()
    const told = { ref: `refs/heads/${'r'.repeat(2000)}`, actor: 'a'.repeat(2001), run: `https://host/${'x'.repeat(2000)}` }
    expect(await publish({ root: at.root, commit: at.port(1), to, told })).toMatchObject({ did: ['publish'] })
    const [line = ''] = readFileSync(join(at.folder, 'out', 'current', 'chain.jsonl'), 'utf8').split('\n')
    expect(JSON.parse(line)).toMatchObject({ entry: { ref: null, actor: null, run: null } })
    const most = { ref: 'r'.repeat(2000), actor: 'a'.repeat(2000), run: 'x'.repeat(2000) }
    expect(await publish({ root: at.root, commit: at.port(2), to, told: most })).toMatchObject({ did: ['publish'] })
    const [, second = ''] = readFileSync(join(at.folder, 'out', 'current', 'chain.jsonl'), 'utf8').split('\n')
    expect(JSON.parse(second)).toMatchObject({ entry: most })
    expect(await publish({ root: at.root, commit: at.port(3), to })).toMatchObject({ did: ['publish'] })
  })

  it('is no run variable that is published', async () => {
    const at = world()
    at.write('cairn.yaml', 'variables: {MOTD: services/db#/motd}\npublish: {record: [MOTD]}\n')
    const commit = at.port(1)
    expect(await publish({ root: at.root, commit, to }, { variables: { MOTD: 'x'.repeat(10_001) } })).toMatchObject({
      did: [], findings: ['publish/unrecorded-variable MOTD has 10001 characters, and a manifest takes 10000: shorten it, or write it into a layer'],
    })
    for (const did of ['publish', 'nothing']) {
      expect(await publish({ root: at.root, commit, to }, { variables: { MOTD: 'x'.repeat(10_000) } })).toMatchObject({ did: [did], findings: [] })
    }
  })
})
