import { escapeControls } from '../../core/message.ts'

/** A name where there is little room: at most 80 code points, with what has to be escaped as it is shown. */
export function brief(text: string, longest = 80): string {
  const points = pointsOf(text.slice(0, 2 * longest + 1))
  return points.length <= longest ? points.join('') : `${points.slice(0, longest - 1).join('')}…`
}

/** A path where there is little room: its end, which says more than its start. */
export function briefPath(path: string, longest = 100): string {
  const points = pointsOf(path.slice(-2 * longest - 1))
  return points.length <= longest ? points.join('') : `…${points.slice(1 - longest).join('')}`
}

/** A character that was cut in two is beyond what is shown. */
function pointsOf(text: string): string[] {
  return Array.from(escapeControls(text))
}
