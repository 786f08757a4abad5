import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readText, replaceText } from '../../src/adapters/edit-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-edit-'))
  mkdirSync(join(folder, 'repository'))
  mkdirSync(join(folder, 'outside'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const repository = () => join(folder, 'repository')

test('makes the folder of a new file', () => {
  replaceText(repository(), '.vscode/settings.json', { before: undefined, after: '{}\n' })
  expect(readFileSync(join(repository(), '.vscode/settings.json'), 'utf8')).toBe('{}\n')
  expect(readdirSync(join(repository(), '.vscode'))).toEqual(['settings.json'])
})

test('writes nothing through a folder that is a link', () => {
  symlinkSync(join(folder, 'outside'), join(repository(), '.vscode'))
  expect(() => { replaceText(repository(), '.vscode/settings.json', { before: undefined, after: '{}\n' }) }).toThrow('.vscode')
  expect(() => readText(repository(), '.vscode/settings.json')).toThrow('.vscode')
  expect(readdirSync(join(folder, 'outside'))).toEqual([])
})

test('writes nothing over a file that is a link or has changed', () => {
  writeFileSync(join(folder, 'outside/a.json'), 'a')
  symlinkSync(join(folder, 'outside/a.json'), join(repository(), 'a.json'))
  expect(() => { replaceText(repository(), 'a.json', { before: 'a', after: 'b' }) }).toThrow('no regular file')
  expect(readFileSync(join(folder, 'outside/a.json'), 'utf8')).toBe('a')
  writeFileSync(join(repository(), 'b.json'), 'now')
  expect(() => { replaceText(repository(), 'b.json', { before: 'then', after: 'b' }) }).toThrow('changed')
  expect(readFileSync(join(repository(), 'b.json'), 'utf8')).toBe('now')
  expect(existsSync(join(repository(), 'b.json.cairn'))).toBe(false)
})
