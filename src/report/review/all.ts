/** The report on a change in all that a terminal prints. */
export { NO_BUDGET, reviewMarkdown } from './markdown.ts'
export { reportOf } from './report-of.ts'
export { reviewText } from './terminal.ts'
