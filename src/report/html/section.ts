import { grouped } from '../verdict.ts'
import { html, type Html } from './markup.ts'

/** A part of the page, left out where there is nothing in it. */
export interface PageSection {
  /** By which links find it. */
  readonly id: string
  /** Our own words. */
  readonly title: string
  /** How many items there are in it. */
  readonly count: number
  readonly content: Html
}

export function sectionHtml({ id, title, content }: PageSection): Html {
  return html`<section id="${id}">\n<h2>${title}</h2>\n${content}</section>\n`
}

/** Links to the sections, with how much there is in each. */
export function navigation(sections: readonly PageSection[]): Html {
  const items = sections.map(({ id, title, count }) => html`<li><a href="#${id}">${title}</a> <span class="dim">${grouped(count)}</span></li>\n`)
  return items.length === 0 ? html`` : html`<nav>\n<ul>\n${items}</ul>\n</nav>\n`
}
