import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../../core/failure.ts'
import { name, say, type Message } from '../../core/message.ts'
import { codeOf } from '../error-code.ts'
import { isAbandoned, isGone, unfinishedName } from './unfinished.ts'
import type { Disk } from './world.ts'

export interface Waiting {
  /** How long a claim that somebody holds is waited for, in milliseconds. */
  readonly patience: number
  /** What is not so where a claim may be taken away: `nobody is publishing there`. */
  readonly atWork: Message
}

const PUBLISHING: Waiting = { patience: 60_000, atWork: say`nobody is publishing there` }

interface Holder {
  readonly host: string
  readonly pid: number
}

/**
 * Claims the right to replace one revision of a file: `<file>.claim-<revision>.<n>` names the process that has it. The
 * claim of a process that is gone is passed by with the next number, so that none is ever taken away from under
 * somebody; whoever then sees another claim beside his own gives way, so that there are never two. A process of another
 * machine cannot be told from one that is gone: it is waited for.
 *
 * @throws Failure (broken) where it is not given back in time
 */
export async function claim(
  file: string,
  revision: string,
  world: Disk,
  { patience, atWork }: Waiting = PUBLISHING,
): Promise<{ readonly release: () => void }> {
  const prefix = `${basename(file)}.claim-${revision.slice(0, 16)}.`
  const pathOf = (number: number): string => join(dirname(file), `${prefix}${number}`)
  const until = Date.now() + patience
  for (;;) {
    const numbers = claimsIn(file, prefix, world)
    const held = numbers.find((number) => !isAbandonedClaim(pathOf(number), world))
    if (held === undefined) {
      const own = (numbers.at(-1) ?? 0) + 1
      if (take(pathOf(own), world)) {
        const release = (): void => { world.remove(pathOf(own)) }
        const others = claimsIn(file, prefix, world).filter((number) => number !== own)
        if (others.every((number) => isAbandonedClaim(pathOf(number), world))) return { release }
        release()
      }
    } else if (Date.now() > until) throw stillHeld(pathOf(held), atWork, world)
    await setTimeout(20 + Math.random() * 80)
  }
}

function stillHeld(path: string, atWork: Message, world: Disk): Failure {
  const holder = holderOf(path, world)
  const who = holder === undefined ? say`` : say` by process ${holder.pid} on ${name(holder.host)}`
  return new Failure('broken', say`${name(path)} is held${who}`, say`if ${atWork}, remove that file`)
}

/** Takes away what claims of processes that are gone left behind. */
export function clearClaims(file: string, world: Disk): void {
  for (const entry of listed(dirname(file), world)) {
    const path = join(dirname(file), entry)
    if (!entry.startsWith(`${basename(file)}.claim-`)) continue
    const isLeft = /\.[1-9][0-9]*$/.test(entry) ? isAbandonedClaim(path, world) : isLeftAside(path, world)
    if (isLeft) world.remove(path)
  }
}

function isLeftAside(path: string, world: Disk): boolean {
  const changed = world.lstat(path, { throwIfNoEntry: false })?.mtimeMs
  return changed !== undefined && isAbandoned(path, changed)
}

function claimsIn(file: string, prefix: string, world: Disk): number[] {
  const numbers = listed(dirname(file), world)
    .filter((entry) => entry.startsWith(prefix) && /^[1-9][0-9]*$/.test(entry.slice(prefix.length)))
    .map((entry) => Number(entry.slice(prefix.length)))
  return numbers.sort((a, b) => a - b)
}

/** What is in a folder; nothing where there is none. */
export function listed(folder: string, world: Disk): string[] {
  try {
    return world.list(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** Written aside and linked to its name, so that nobody reads a claim without its holder. */
function take(path: string, world: Disk): boolean {
  const aside = unfinishedName(path)
  const mine: Holder = { host: hostname(), pid: process.pid }
  try {
    world.write(aside, Buffer.from(`${JSON.stringify(mine)}\n`))
    world.hardLink(aside, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    world.remove(aside)
  }
}

/** A claim that cannot be read is somebody's. */
function isAbandonedClaim(path: string, world: Disk): boolean {
  const holder = holderOf(path, world)
  return holder !== undefined && holder.host === hostname() && isGone(holder.pid)
}

function holderOf(path: string, world: Disk): Holder | undefined {
  try {
    const { host, pid } = JSON.parse(world.read(path).toString('utf8')) as Holder
    return typeof host === 'string' && Number.isSafeInteger(pid) && pid > 0 ? { host, pid } : undefined
  } catch {
    return undefined
  }
}
