import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planComment, type CommentSituation } from '../../src/action/comment-plan.ts'
import { commentMarker, hasMarker } from '../../src/core/comment-marker.ts'
import { Failure } from '../../src/core/failure.ts'
import type { PullRequestComment } from '../../src/core/github.ts'

const marker = commentMarker('report')
const head = { reported: 'a', current: 'a' }
const wanted = { marker, body: 'all is well', ifNone: 'create' } as const
const comment = (id: number, author: string | undefined, body = 'old'): PullRequestComment => ({ id, author, body: `${marker}\n${body}` })
const situation = (comments: readonly PullRequestComment[], login: string | undefined = 'me[bot]'): CommentSituation => ({ comments, login, head })

describe('planComment', () => {
  test('creates what is not there', () => {
    expect(planComment(situation([], undefined), wanted)).toEqual({
      write: { do: 'create', body: `${marker}\nall is well` },
      because: 'there is no comment yet',
      remove: [],
      foreign: 0,
    })
  })

  test('leaves an all-clear out where there is no alarm', () => {
    expect(planComment(situation([]), { ...wanted, ifNone: 'leave' }).write).toEqual({ do: 'nothing', state: 'none' })
  })

  test('replaces an alarm by an all-clear', () => {
    expect(planComment(situation([comment(1, 'me[bot]')]), { ...wanted, ifNone: 'leave' }).write).toMatchObject({ do: 'update', id: 1 })
  })

  test.each([
    ['as it was written', `${marker}\nall is well`],
    ['with the line breaks of a form', `${marker}\r\nall is well`],
    ['with blanks at the end', `${marker}\nall is well\n\n`],
  ])('leaves alone what says so already, %s', (_, body) => {
    const plan = planComment(situation([{ id: 1, author: 'me[bot]', body }]), wanted)
    expect(plan.write).toEqual({ do: 'nothing', state: 'unchanged', id: 1 })
  })

  test('keeps the newest of several and removes the others, unchanged or not', () => {
    const twins = [comment(5, 'me[bot]', 'all is well'), comment(3, 'me[bot]'), comment(4, 'me[bot]')]
    expect(planComment(situation(twins), wanted)).toMatchObject({ write: { state: 'unchanged' }, remove: [3, 4] })
    expect(planComment(situation([...twins, comment(9, 'me[bot]')]), wanted)).toMatchObject({ write: { do: 'update', id: 9 }, remove: [3, 4, 5] })
  })

  test('removes no more than twenty at a time', () => {
    const many = Array.from({ length: 30 }, (_, i) => comment(i + 1, 'me[bot]'))
    expect(planComment(situation(many), wanted).remove).toHaveLength(20)
  })

  test('says nothing of a commit that is no longer the newest', () => {
    const moved = { ...situation([comment(1, 'me[bot]'), comment(2, 'me[bot]')]), head: { reported: 'a', current: 'b' } }
    expect(planComment(moved, wanted)).toMatchObject({ write: { do: 'nothing', state: 'outdated' }, remove: [] })
  })

  test('never touches what others wrote, whatever they wrote', () => {
    const person = fc.constantFrom('me[bot]', 'me', 'ME[bot]', 'mallory', 'me[bot] ', undefined)
    const comments = fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 50 }), author: person }), { selector: ({ id }) => id })
    fc.assert(
      fc.property(comments, fc.constantFrom('create', 'leave'), (given, ifNone) => {
        const all = given.map(({ id, author }) => comment(id, author))
        const { write, remove, foreign } = planComment(situation(all), { ...wanted, ifNone })
        const own = all.filter(({ author }) => author?.toLowerCase() === 'me[bot]').map(({ id }) => id)
        const touched = [...remove, ...(write.do === 'update' ? [write.id] : [])]
        expect(own).toEqual(expect.arrayContaining(touched))
        expect(new Set(touched).size).toBe(touched.length)
        expect(foreign).toBe(all.length - own.length)
        if (own.length > 0) expect(write).toMatchObject({ do: 'update', id: Math.max(...own) })
      }),
    )
  })
})

describe('the marker', () => {
  test.each([
    [`${marker}\ntext`, true],
    [`${marker}`, true],
    [`${marker}  \r\ntext`, true],
    [` ${marker}\ntext`, false],
    [`text\n${marker}`, false],
    [`${marker} and more\ntext`, false],
    [`> ${marker}\ntext`, false],
    [`${'x'.repeat(marker.length)}\n${marker}`, false],
    [`${commentMarker('report-2')}\ntext`, false],
    ['', false],
  ])('of %j', (body, expected) => {
    expect(hasMarker(body, marker)).toBe(expected)
  })

  test.each(['', 'a--b', 'a-', '-->', 'a b', 'a\nb', 'ä', 'a'.repeat(101)])('takes no id %j', (id) => {
    expect(() => commentMarker(id)).toThrow(Failure)
  })
})
