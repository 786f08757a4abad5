import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import type { Location } from '../../src/core/place.ts'
import type { Tokens } from '../../src/core/pointer.ts'
import { Source } from '../../src/core/source.ts'
import { isMapping } from '../../src/core/value.ts'
import { filesBelow, referenceRepository, ROOT } from '../reference/repository-files.ts'
import { EXAMPLES, fileOf, validator } from '../schemas/schemas.ts'
import type { Files } from '../helpers/repository.ts'
import { misspellings, otherTypes, removal, type Edit } from './edits/edits.ts'
import { layerFilesOf, type LayerFile } from './edits/repository.ts'

/** Keys that start with `x-` are the repository's own, and may hold anything. */
const OWN = /(?:^|\/)x-[^/]*$/

/** Where people invent the keys, so that nobody can know whether one is misspelt. */
const INVENTED: readonly RegExp[] = [
  /^infrastructure\/collections\/[^/]+$/, // collections of the vector database
  /^models\/engine\/env\/[^/]+$/, // variables of the process
  OWN,
]

/** One in so many misspellings is tried. A key has about ten, and 3 is prime to them: each way has its turn. */
const WAYS = 3

/** Docker, systemd and what else the reference repository has no document of: the examples, and what Cairn grew from. */
function examples(): Files {
  const files: Record<string, string | Uint8Array> = { 'environments/production/environment.yaml': '' }
  const add = (folder: string, file: string, kind: string, name: string): void => {
    files[`environments/production/${kind}/${name}.yaml`] = filesBelow(join(ROOT, folder))[file] as Buffer
  }
  for (const [name, kind] of Object.entries(EXAMPLES)) add('docs/examples', `${name}.yaml`, kind, name)
  for (const kind of ['service', 'deployment']) add('test/fixtures/origin', `${kind}.yaml`, `${kind}s`, 'origin')
  for (const [path, content] of Object.entries(filesBelow(join(ROOT, 'schemas')))) files[`schemas/${path}`] = content
  return files
}

describe.each([
  ['the reference repository', referenceRepository, 1000],
  ['the examples', examples, 200],
] as const)('in %s', (_title, filesOf, least) => {
  let layers: readonly LayerFile[]
  beforeAll(async () => { layers = await layerFilesOf(filesOf()) })

  test('a value of another type is found where it stands, wherever it counts', { timeout: 300_000 }, () =>
    each(function* (layer) {
      for (const node of layer.nodes) {
        for (const edit of otherTypes(layer, node, layer.meant(node))) {
          const removes = layer.isOverlay && (edit.to === null || node.value === null)
          if (!removes && !OWN.test(node.tokens.join('/'))) yield edit
        }
      }
    }, found),
  )

  test('a key that is misspelt is found where it stands, wherever it counts', { timeout: 300_000 }, () =>
    each(function* (layer) {
      let turn = 0
      for (const node of layer.nodes) {
        const path = [layer.kind, ...node.tokens].join('/')
        if (INVENTED.some((keys) => keys.test(path))) continue
        // Every key, in a few of the ways at a time.
        for (const edit of misspellings(layer, node)) if (turn++ % WAYS === 0) yield edit
      }
    }, found),
  )

  test('a value that is required and is gone is found, and no other', { timeout: 300_000 }, async () => {
    let missing = 0
    await each(function* (layer) {
      for (const node of layer.nodes) {
        const edit = removal(layer, node)
        if (edit !== undefined) yield edit
      }
    }, (layer, edit, findings) => {
      const isValid = layer.valuesWith(edit).every((value) => validator(fileOf(layer.kind))(value))
      const told = findings.filter(({ rule }) => /^(?:validate\/|type\/|merge\/key-missing$)/.test(rule))
      if (isValid) return told.length === 0
      missing++
      // A null that is gone lets a name back in that leads nowhere here.
      if (findings.some(({ rule }) => rule === 'link/dangling')) return true
      return told.some(({ location }) => isIn(layer, location) || lacks(layer, edit, location))
    })
    expect(missing).toBeGreaterThan(least / 4)
  })

  /** Makes all edits, one at a time; none may be other than `holds` wants it. */
  async function each(
    editsOf: (layer: LayerFile) => Iterable<Edit>,
    holds: (layer: LayerFile, edit: Edit, findings: readonly SettledFinding[]) => boolean,
  ): Promise<void> {
    const wrong: string[] = []
    let edits = 0
    for (const layer of layers) {
      for (const edit of editsOf(layer)) {
        edits++
        const findings = await layer.checkWith(edit)
        // What cannot be read is found whatever the schemas say.
        const isRead = !findings.some(({ rule }) => rule.startsWith('parse/'))
        if (!isRead || !holds(layer, edit, findings)) wrong.push(describeWrong(layer, edit, findings))
      }
    }
    expect(wrong).toEqual([])
    expect(edits).toBeGreaterThan(least)
  }

  /** Whether an edit is found where it was made; one that changes nothing has nothing to be found. */
  function found(layer: LayerFile, edit: Edit, findings: readonly SettledFinding[]): boolean {
    const counts = !isDeepStrictEqual(layer.valuesWith(edit), layer.values)
    if (!counts) return findings.every(({ rule }) => rule === 'merge/kind-change')
    if (findings.some((one) => isAt(layer, edit, one))) return true
    // What lies over a mapping that is none any more stands for itself: it is told that it changes the kind, or what it lacks.
    return isMapping(edit.node.value) && edit.to !== undefined && findings.some(({ location, related }) => {
      return related.some((one) => isIn(layer, one.location)) || lacks(layer, edit, location)
    })
  }

  /** Whether a place is the mapping that lacks something at a pointer, in any layer of the document. */
  function lacks({ document }: LayerFile, { node }: Edit, { file, line, column }: Location): boolean {
    const layer = layers.find((one) => one.document === document && one.path === file)
    if (layer === undefined) return false
    const source = new Source(layer.path, layer.text)
    return layer.nodes.some(({ tokens, key, at, value }) => {
      const position = source.positionOf((key ?? at).start)
      return isMapping(value) && position.line === line && position.column === column && areOnOnePath(tokens, node.tokens)
    })
  }
})

const isIn = ({ path }: LayerFile, { file }: Location): boolean => path === file

/** Whether something is found in the line of what was edited. */
function isAt(layer: LayerFile, { node, text, to }: Edit, { rule, location }: SettledFinding): boolean {
  // A section that became an entry stands elsewhere. An item without its key is told as a whole.
  if ((isMapping(node.value) && to !== undefined) || rule === 'merge/key-missing') return isIn(layer, location)
  const source = new Source(layer.path, text)
  const lines = [node.key ?? node.at, node.at].map(({ start }) => source.positionOf(start).line)
  return isIn(layer, location) && lines.includes(location.line ?? 0)
}

/** Whether one pointer leads to the other, as far as lists let us know. */
function areOnOnePath(tokens: Tokens, others: Tokens): boolean {
  return tokens.every((token, i) => others[i] === undefined || others[i] === token || /^\d+$/.test(token))
}

function describeWrong({ path }: LayerFile, { node, how }: Edit, findings: readonly SettledFinding[]): string {
  const told = findings.slice(0, 3).map(({ rule, location }) => `${rule} at ${location.file ?? ''}:${location.line ?? 0}`)
  return `${path} /${node.tokens.join('/')}: ${how}: ${told.length === 0 ? 'nothing' : told.join(', ')}`
}
