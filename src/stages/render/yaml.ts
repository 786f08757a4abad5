import { DEFAULT_SCALAR_STYLE_RULES, dump, SCALAR_STYLE, type ScalarStyleRule } from 'js-yaml'
import type { Value } from '../../core/value.ts'

/** YAML that readers of 1.1 and of 1.2 take for the same: what either would not read as a text is quoted. */
export function writeYaml(value: Value): string {
  return dump(value, { lineWidth: -1, noRefs: true, scalarStyleRules: STYLE_RULES })
}

/** Numbers of 1.1 and 1.2, in whatever base. */
const NUMBER = /^[-+]?(?:0[xob][0-9a-f_]+|(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:e[-+]?[0-9]+)?|[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?)$/i

/**
 * What js-yaml writes plain and readers take for something else: a text that would be a number larger than a double can
 * be, and one that starts as a document does.
 */
const quoteMistakable: ScalarStyleRule = (layout) => {
  const { node: { value }, style } = layout
  if (style !== SCALAR_STYLE.PLAIN) return
  const isEndless = !Number.isFinite(Number(value)) && NUMBER.test(value)
  if (isEndless || value.startsWith('---') || value.startsWith('...')) layout.style = SCALAR_STYLE.SINGLE_QUOTED
}

const STYLE_RULES = [...Object.values(DEFAULT_SCALAR_STYLE_RULES), quoteMistakable]

/** JSON with two spaces and a line break at its end. */
export function writeJson(value: Value): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
