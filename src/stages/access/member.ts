import type { Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { badValue, readString, type Setting } from '../../core/setting.ts'

/** A user by login, or a team as `organisation/team`; without `@`. */
export interface Member {
  readonly is: 'user' | 'team'
  readonly name: string
}

/** Logins of GitHub, of managed users (`name_company`) and of apps (`name[bot]`). */
const LOGIN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/
const TEAM = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/

/** Reads `@login` or `@organisation/team`; the `@`, which YAML wants in quotes, may be left out. */
export function readMember(setting: Setting, report: Report): Member | undefined {
  const text = readString(setting, say`a user such as "@login" or a team such as "@organisation/team"`, report)
  if (text === undefined) return undefined
  const member = text.startsWith('@') ? text.slice(1) : text
  if (LOGIN.test(member)) return { is: 'user', name: member }
  if (TEAM.test(member)) return { is: 'team', name: member }
  const isAddress = /^[^@\s]+@[^@\s]+$/.test(text)
  const why = isAddress ? say`an address names nobody who approves: write the login` : say`write "@login" or "@organisation/team"`
  badValue(setting, say`${name(text)} is no user and no team; ${why}`, report)
  return undefined
}
