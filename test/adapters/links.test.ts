import { expect, test } from 'vitest'
import { resolveLink, type LinkStep } from '../../src/adapters/links.ts'

/** `->x` is a link to x, `sub` a submodule, anything else a file. */
function tree(files: Record<string, string>): (path: string) => LinkStep {
  return (path) => {
    const found = files[path]
    if (found === undefined) {
      return path === '' || Object.keys(files).some((file) => file.startsWith(path + '/')) ? 'directory' : undefined
    }
    if (found === 'sub') return 'submodule'
    return found.startsWith('->') ? { target: found.slice(2) } : 'file'
  }
}

const TREE = tree({
  'a/file.yaml': 'x',
  'a/link.yaml': '->file.yaml',
  'a/up.yaml': '->../b/deep/file.yaml',
  'b/deep/file.yaml': 'x',
  'b/folder': '->../a',
  'b/through': '->folder/link.yaml',
  'b/dots': '->./../b//deep/./file.yaml',
  'out': '->../elsewhere',
  'absolute': '->/etc/passwd',
  'loop1': '->loop2',
  'loop2': '->loop1',
  'self': '->self',
  'dangling': '->a/none.yaml',
  'empty': '->',
  'file-as-folder': '->a/file.yaml/x',
  'into-module': '->module/file.yaml',
  'to-module': '->module',
  'to-folder': '->a',
  'to-root': '->.',
  'module': 'sub',
  'git': '->.git/config',
})

test.each([
  ['a/link.yaml', 'a/file.yaml'],
  ['a/up.yaml', 'b/deep/file.yaml'],
  ['b/through', 'a/file.yaml'],
  ['b/dots', 'b/deep/file.yaml'],
])('%s leads to %s', (link, path) => {
  expect(resolveLink(link, TREE)).toEqual({ path })
})

test.each([
  ['out', 'link-outside'],
  ['absolute', 'link-outside'],
  ['into-module', 'link-outside'],
  ['to-module', 'link-outside'],
  ['loop1', 'link-broken'],
  ['self', 'link-broken'],
  ['dangling', 'link-broken'],
  ['empty', 'link-broken'],
  ['file-as-folder', 'link-broken'],
  ['git', 'link-broken'],
  ['to-folder', 'not-a-file'],
  ['to-root', 'not-a-file'],
])('%s leads nowhere: %s', (link, problem) => {
  expect(resolveLink(link, TREE)).toEqual({ problem })
})

test('a chain is followed 40 links far, as Linux does', () => {
  const chain = (length: number) =>
    tree({ end: 'x', ...Object.fromEntries(Array.from({ length }, (_, i) => [`l${i}`, i === 0 ? '->end' : `->l${i - 1}`])) })
  expect(resolveLink('l39', chain(40))).toEqual({ path: 'end' })
  expect(resolveLink('l40', chain(41))).toEqual({ problem: 'link-broken' })
})
