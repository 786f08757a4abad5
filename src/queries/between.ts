/** What a review asks of two states, loaded in one go where there are two. */
export { hasSameSchema } from './affected.ts'
export { dangersBetween } from './dangers.ts'
export { diff } from './diff.ts'
export { createReach, demandsBetween } from './reach.ts'
