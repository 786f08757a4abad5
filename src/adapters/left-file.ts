/** What stands in the names of files that are being written. */
export const MARK = '.cairn-'

/** Whether a path is that of a file which a run is writing, or was when it was killed. */
export function isLeft(path: string): boolean {
  return path.includes(MARK) && /(?:^|\/)\.[^/]+\.cairn-[0-9a-f]{12}$/.test(path)
}
