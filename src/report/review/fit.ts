import { shownText, type Noun } from '../verdict.ts'

/** What is shown or counted as a whole: a row of a table, an item of a list. Ends with a line break. */
export interface Item {
  /** `last`: dangerous, wrong, in the way of a merge, or an overview of these. */
  readonly cut: 'last' | 'first'
  readonly full: string
  /** The same with less around it. */
  readonly short: string
  /** How many of its section it stands for, where that is not one. */
  readonly stands?: number
}

/** Items that stand together; what opens and closes them is shown with the first of them. */
export interface Block {
  readonly open: string
  readonly close: string
  readonly items: readonly Item[]
}

export interface Section {
  /** Which section's items are shown first where there is little room: the lowest. */
  readonly rank: number
  /** Ends with an empty line. */
  readonly title: string
  readonly noun: Noun
  /** What the count is followed by: `, the most severe first`. */
  readonly order?: string
  readonly blocks: readonly Block[]
}

export interface Budget {
  readonly limit: number
  readonly unit: 'code points' | 'bytes'
}

export interface Parts {
  readonly head: string
  /** In the order in which they are read. */
  readonly sections: readonly Section[]
  readonly tail: string
  /** Where all that is cut can be read, as part of a sentence: Markdown. */
  readonly elsewhere: string
}

/** Room for what says how much of a section is shown. */
const COUNT_ROOM = 200

/**
 * Puts a text together that keeps to a budget. What is cut last is shown in short, then in full as far as there is
 * room, then the rest in the same way. Where something that is cut last finds no room, nothing else is shown. What is
 * left out is counted; nothing is cut within.
 */
export function fit(parts: Parts, { limit, unit }: Budget): string {
  const measure = unit === 'bytes' ? bytesIn : pointsIn
  const { head, sections, tail, elsewhere } = parts
  const choices = sections.map(({ blocks }) => blocks.map(({ items }) => items.map((): Choice => 'none')))
  const fixed = sections.reduce((sum, { title }) => sum + measure(title) + COUNT_ROOM + measure(elsewhere), 0)
  const slots = slotsOf(sections)
  const state: State = { room: limit - measure(head) - measure(tail) - fixed, choices, measure }
  const isWhole = place(slots.filter(({ item }) => item.cut === 'last'), state)
  if (isWhole) place(slots.filter(({ item }) => item.cut === 'first'), state)
  return head + sections.map((section, i) => sectionText(section, choices[i] ?? [], elsewhere)).join('') + tail
}

type Choice = 'none' | 'short' | 'full'

interface State {
  room: number
  readonly choices: readonly (readonly Choice[][])[]
  readonly measure: (text: string) => number
}

/** Shows as many as there is room for, in short and then in full; whether all of them are shown. */
function place(slots: readonly Slot[], state: State): boolean {
  const { choices, measure } = state
  let isWhole = true
  for (const { section, block, index, item, at } of slots) {
    const row = choices[section]?.[block] ?? []
    const opens = row.every((choice) => choice === 'none') ? measure(at.open) + measure(at.close) : 0
    const cost = opens + measure(item.short)
    if (cost > state.room) {
      isWhole = false
      continue
    }
    state.room -= cost
    row[index] = 'short'
  }
  for (const { section, block, index, item } of slots) {
    const row = choices[section]?.[block] ?? []
    const cost = measure(item.full) - measure(item.short)
    if (row[index] !== 'short' || cost > state.room) continue
    state.room -= cost
    row[index] = 'full'
  }
  return isWhole
}

interface Slot {
  readonly rank: number
  readonly section: number
  readonly block: number
  readonly index: number
  readonly item: Item
  readonly at: Block
}

function slotsOf(sections: readonly Section[]): Slot[] {
  const slots: Slot[] = []
  for (const [section, { blocks, rank }] of sections.entries()) {
    for (const [block, at] of blocks.entries()) {
      for (const [index, item] of at.items.entries()) slots.push({ rank, section, block, index, item, at })
    }
  }
  return slots.sort((a, b) => a.rank - b.rank)
}

function sectionText({ title, noun, order = '', blocks }: Section, choices: readonly (readonly Choice[])[], elsewhere: string): string {
  const items = blocks.flatMap((block, i) => block.items.map(({ stands = 1 }, j) => ({ stands, isShown: (choices[i]?.[j] ?? 'none') !== 'none' })))
  const all = items.reduce((sum, { stands }) => sum + stands, 0)
  const shown = items.reduce((sum, { stands, isShown }) => sum + (isShown ? stands : 0), 0)
  const full = blocks.every(({ items }, i) => items.every(({ short, full }, j) => short === full || choices[i]?.[j] !== 'short'))
  const inShort = full ? '' : ', some of them in short'
  const count = shown === all && full ? '' : `${shownText(shown, all, noun)} shown${shown === 0 ? '' : order + inShort}; ${elsewhere}.\n\n`
  let text = title + count
  for (const [i, { open, close, items }] of blocks.entries()) {
    const row = choices[i] ?? []
    if (row.every((choice) => choice === 'none')) continue
    text += open
    for (const [j, item] of items.entries()) {
      if (row[j] === 'full') text += item.full
      else if (row[j] === 'short') text += item.short
    }
    text += close
  }
  return text
}

const bytesIn = (text: string): number => Buffer.byteLength(text)

function pointsIn(text: string): number {
  let points = text.length
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(i + 1)
    if (next >= 0xdc00 && next <= 0xdfff) {
      points--
      i++
    }
  }
  return points
}
