import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { quotedPath, textOfPath } from '../../../src/adapters/targets/path-bytes.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()
const to = ['branch:deploy']

/** Adds files to the branch that is published to, named by bytes. */
function add({ remote }: World, paths: readonly Buffer[]): void {
  const parts = [Buffer.from('commit refs/heads/deploy\ncommitter T <t@example.com> 0 +0000\ndata 0\nfrom refs/heads/deploy^0\n')]
  for (const path of paths) {
    const octal = [...path].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
    parts.push(Buffer.from(`M 100644 inline "${octal}"\ndata 1\nx\n`))
  }
  execFileSync('git', ['--git-dir', remote, 'fast-import', '--quiet'], { input: Buffer.concat(parts) })
}

const pathsOf = ({ remote }: World): string[] =>
  execFileSync('git', ['--git-dir', remote, 'ls-tree', '-r', '-z', '--name-only', 'deploy']).toString('latin1').split('\0').filter(Boolean)

describe('paths of a branch that are no text', () => {
  it('are taken away in the folder of an environment, once, and stay elsewhere', async () => {
    const at = world()
    const commit = at.port(1)
    await publish({ root: at.root, commit, to })
    const whole = pathsOf(at)
    const odd = [
      Buffer.from('production/caf\xe9.yaml', 'latin1'), Buffer.from('production/\xff\xfe/x', 'latin1'),
      Buffer.from('production/\xff\xfd/x', 'latin1'), Buffer.from('staging/line\nbreak "quoted" \\ \x01'), Buffer.from('production/caf\u00e9'),
    ]
    const others = [Buffer.from('\xff', 'latin1'), Buffer.from('others/\xe9', 'latin1')]
    add(at, [...odd, ...others])
    expect(pathsOf(at)).toHaveLength(whole.length + odd.length + others.length)
    expect(await publish({ root: at.root, commit, to })).toMatchObject({ did: ['publish'] })
    expect(pathsOf(at)).toEqual([...whole, ...others.map((path) => path.toString('latin1'))].sort())
    const count = at.remoteGit('rev-list', '--count', 'deploy')
    expect(await publish({ root: at.root, commit, to })).toMatchObject({ did: ['nothing'] })
    expect(at.remoteGit('rev-list', '--count', 'deploy')).toBe(count)
  })

  it('are refused where no publication wrote them', async () => {
    const at = world()
    const commit = at.port(1)
    at.git('push', '-q', 'origin', `${commit}:refs/heads/deploy`)
    add(at, [Buffer.from('production/\xff', 'latin1')])
    const ran = await publish({ root: at.root, commit, to })
    expect(ran).toMatchObject({ did: ['refuse'] })
    expect(ran.said[0]).toBe('production/\\udcff is there already, and no publication wrote it: there is no manifest.json')
  })

  it('are told apart, and written as they were read', () => {
    const bytes = [[0xff], [0xfe], [0xc3, 0xa9], [0xe9], [0x61, 0x2f, 0xff, 0x2f, 0xc3, 0xa9], [0xed, 0xb3, 0xbf], [0x22, 0x5c, 0x0a, 0x01]]
    const texts = bytes.map((one) => textOfPath(Buffer.from(one)))
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts[2]).toBe('\u00e9')
    expect(texts[4]).toBe('a/\udcff/\u00e9')
    expect(quotedPath(join('a', '\udcff'))).toBe('"a/\\377"')
    expect(quotedPath('"\\\n')).toBe('"\\"\\\\\\n"')
  })
})
