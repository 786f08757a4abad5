/**
 * A URL, or an address as ssh takes it, without what it says of a person before its host: nobody's business. Of
 * `git@host:path` the user stays, which says what is reached.
 *
 * What is meant for a password and not encoded is one, too: all up to the last `@` of the host's part goes, and where
 * the password has a slash, all up to the last `@`.
 */
export function withoutPassword(url: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?([^]*)$/i.exec(url) ?? []
  const slash = rest.search(/[/\\?#]/)
  const host = slash < 0 ? rest : rest.slice(0, slash)
  if (scheme === '') {
    const hasPassword = /^[^@]*:[^@]*@/.test(host)
    return hasPassword ? rest.slice(host.lastIndexOf('@') + 1) : url
  }
  const isCutShort = !host.includes('@') && rest.includes('@') && /:(?!\d*$)/.test(host)
  return scheme + rest.slice((isCutShort ? rest : host).lastIndexOf('@') + 1)
}
