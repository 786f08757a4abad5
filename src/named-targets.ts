import { Failure } from './core/failure.ts'
import { name, say } from './core/message.ts'
import { nearest } from './core/nearest.ts'
import { parseTargetName } from './core/publication.ts'
import type { TargetSetting } from './core/publish-settings.ts'

/** A target, `{environment}` filled. */
export interface NamedTarget extends Omit<TargetSetting, 'text' | 'place'> {
  /** The one environment that is there, where the target is of one. */
  readonly environment?: string
  /** Whether `cairn.yaml` has it; else it is only what somebody named. */
  readonly isDeclared: boolean
}

export interface NamedTargetsOptions {
  /** As `--to` takes them, or `cairn verify`; none for all that are set up. */
  readonly named: readonly string[]
  /** Those of `cairn.yaml`. */
  readonly settings: readonly TargetSetting[]
  /** What `{environment}` stands for. */
  readonly environments: readonly string[]
  /** What is named, for whoever names something else. */
  readonly as: 'target' | 'publication'
}

/**
 * The targets that are meant. A name that `cairn.yaml` has too, as it stands there or filled, is what stands there:
 * its path, its remote, its environment and all.
 *
 * @throws Failure (usage) for a name that is none
 */
export function namedTargets({ named, settings, environments, as }: NamedTargetsOptions): NamedTarget[] {
  const known = settings.flatMap((setting) => fillings({ ...setting, isDeclared: true }, environments))
  if (named.length === 0) return known
  return named.flatMap((text) => {
    const to = parseTargetName(text)
    if (to === undefined) {
      throw new Failure('usage', say`${name(text)} is no ${name(as)}`, say`write dir:<path>, branch:<name> or archive:<file.tar.gz>`)
    }
    const written = settings.filter((setting) => setting.text === text)
    if (written.length > 0) {
      return written.flatMap((setting) => fillings({ ...setting, isDeclared: true }, environments))
    }
    return fillings({ to, path: '', remote: 'origin', promoter: false, isDeclared: false }, environments).flatMap((one) => {
      const same = known.filter((other) => other.to.scheme === one.to.scheme && other.to.at === one.to.at)
      if (same.length === 0 && as === 'target') refuseSlip(one, { settings, environments })
      return same.length > 0 ? same : [one]
    })
  })
}

/** One letter of an environment's name makes another target of all environments, which nobody reads. */
function refuseSlip({ to }: NamedTarget, { settings, environments }: Pick<NamedTargetsOptions, 'settings' | 'environments'>): void {
  for (const { to: { scheme, at } } of settings) {
    const [before = '', after] = at.split(PLACEHOLDER)
    if (scheme !== to.scheme || after === undefined || !to.at.startsWith(before) || !to.at.endsWith(after)) continue
    const near = nearest(to.at.slice(before.length, to.at.length - after.length), environments)
    if (near === undefined) continue
    const [asked, meant] = [name(`${scheme}:${to.at}`), name(`${scheme}:${before}${near}${after}`)]
    throw new Failure('usage', say`${asked} is no target of cairn.yaml; did you mean ${meant}?`, say`if it is one of its own, list it under \`publish.targets\``)
  }
}

function fillings(
  { to, path, remote, promoter, keep, isDeclared }: Omit<NamedTarget, 'environment'>,
  environments: readonly string[],
): NamedTarget[] {
  const more = { remote, promoter, isDeclared, ...(keep !== undefined && { keep }) }
  if (!`${to.at}\n${path}`.includes(PLACEHOLDER)) return [{ to, path, ...more }]
  return environments.map((environment) => ({
    to: { ...to, at: to.at.replaceAll(PLACEHOLDER, environment) },
    path: path.replaceAll(PLACEHOLDER, environment),
    ...more,
    environment,
  }))
}

const PLACEHOLDER = '{environment}'
