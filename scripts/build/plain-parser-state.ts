import type { Plugin } from 'rolldown'
import { replaceOnce } from './replace-once.ts'

/**
 * js-yaml 5 builds the state of its parser with an object spread. V8 before Node 24 keeps such an object in dictionary
 * mode, which makes parsing three to four times slower (docs/decisions/0001). The same fields as a plain literal are
 * fast everywhere.
 *
 * For each node it also takes down where it stands, lest a tag or an anchor has to be undone: needless where neither
 * follows, which is nearly always. Leaving the loop at once saves a tenth of the time.
 */
export function plainParserState(): Plugin {
  return {
    name: 'plain-parser-state',
    transform: {
      filter: { id: /[\\/]node_modules[\\/]js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ },
      handler: (code) => replaceOnce('js-yaml', replaceOnce('js-yaml', code, SPREAD, LITERAL), SNAPSHOT, LEAVE + SNAPSHOT),
    },
  }
}

const STATE = 'const state = {\n'
const SPREAD = `${STATE}\t\t...DEFAULT_PARSER_OPTIONS,\n\t\t...options,\n`
const LITERAL =
  STATE +
  ['filename', 'maxDepth'].map((field) => `${field}: options?.${field} ?? DEFAULT_PARSER_OPTIONS.${field},\n`).join('')

const SNAPSHOT = '\t\tconst propertyState = snapshotState(state);\n'
/** Neither `!` nor `&`: both readers of properties that follow would say no, and the loop would end. */
const LEAVE = '\t\tif (ch !== 33 && ch !== 38) break;\n'
