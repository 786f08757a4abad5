/** A comment as a page quotes it: without links, which would lead nowhere there. */
export function quoted(comment: string): string {
  const text = comment.replace(/\[(`[^`]+`)\]\([^)]*\)/g, '$1').trimEnd()
  return text.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')
}
