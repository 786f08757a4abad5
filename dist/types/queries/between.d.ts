/** What a review asks of two states, loaded in one go where there are two. */
export { hasSameSchema } from './affected.js';
export { dangersBetween } from './dangers.js';
export { diff } from './diff.js';
export { createReach, demandsBetween } from './reach.js';
