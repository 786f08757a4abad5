import { lazily } from '../../core/lazy.ts'

/** `yaml` has the last word on what js-yaml refuses. */
export const judge = lazily(() => import('./judge.ts'))
export const toml = lazily(() => import('./toml.ts'))
