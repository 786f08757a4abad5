import { MOST_READ, type Repository } from './repository.ts'
import type { Unplaced } from '../../../core/proposal.ts'
import type { Trial } from './trial.ts'

/**
 * Files that a layout takes for one layer and that hold several documents: `check` will report them. Nothing where
 * there are more files than a proposal reads.
 */
export function streamsAmong({ uses }: Trial, repository: Repository): readonly Unplaced[] {
  const whole: string[] = []
  for (const [path, use] of uses) {
    if (use.is === 'layer' && !use.group.entries.some(({ stream }) => stream)) whole.push(path)
  }
  if (whole.length > MOST_READ) return []
  return whole.filter((path) => (repository.read(path)?.length ?? 0) > 1).map((path) => ({ path, why: SEVERAL }))
}

const SEVERAL = 'holds several documents where one is expected: split it, or ignore it'
