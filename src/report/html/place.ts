import { showLocation, type Location } from '../../core/place.ts'
import { placeUrl, type Places } from '../review/place.ts'
import { code, html, type Html } from './markup.ts'

/** A place as `file:line`, linked to the commit that has it where that is known. */
export function placeHtml(location: Location, side: 'base' | 'head', places: Places): Html {
  const { file, line } = location
  const shown = code(file === undefined ? showLocation(location) : `${file}${line === undefined ? '' : `:${line}`}`)
  const url = placeUrl(location, side, places)
  return url === undefined ? shown : html`<a href="${url}">${shown}</a>`
}
