/**
 * A pattern of ECMA-262 in the words of RE2, as far as `RE2JS.translateRegExp` does not see to it: `\s` is all white
 * space of Unicode, `.` stops at every line terminator, properties have long names. `undefined` where RE2 has no word.
 */
export function asRe2(pattern: string): string | undefined {
  let out = ''
  let inClass = false
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string
    if (char === '\\') {
      const escape = escapeAt(pattern, i, inClass)
      if (escape === undefined) return undefined
      out += escape.text
      i += escape.length - 1
      continue
    }
    if (char === '.' && !inClass) out += NOT_LINE_END
    // RE2 would read `[[:alpha:]]` as a named class.
    else if (char === '[' && inClass) out += '\\['
    else out += char
    if (char === '[') inClass = true
    else if (char === ']') inClass = false
  }
  return out
}

interface Escape {
  readonly text: string
  /** Of the escape in the pattern, in UTF-16 units. */
  readonly length: number
}

function escapeAt(pattern: string, at: number, inClass: boolean): Escape | undefined {
  const letter = pattern[at + 1] ?? ''
  if (letter === 's') return { text: inClass ? SPACE : `[${SPACE}]`, length: 2 }
  if (letter === 'S') return { text: inClass ? NOT_SPACE : `[${NOT_SPACE}]`, length: 2 }
  if (letter === 'b' && inClass) return { text: '\\x08', length: 2 }
  if (/[k1-9]/.test(letter)) return undefined
  if (letter !== 'p' && letter !== 'P') return { text: pattern.slice(at, at + 2), length: 2 }
  const end = pattern.indexOf('}', at)
  if (pattern[at + 2] !== '{' || end < 0) return undefined
  const known = propertyName(pattern.slice(at + 3, end))
  return known === undefined ? undefined : { text: `\\${letter}{${known}}`, length: end + 1 - at }
}

const NOT_LINE_END = '[^\\n\\r\\x{2028}\\x{2029}]'
/** WhiteSpace and LineTerminator of ECMA-262 §12.2 and §12.3. */
const SPACE = '\\t-\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const NOT_SPACE =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}' +
  '\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'

/** What RE2 calls a Unicode property: the short name of a general category, or a script. */
function propertyName(written: string): string | undefined {
  const [name = '', value] = written.split('=')
  if (value === undefined) return CATEGORIES.get(name) ?? (SHORT_CATEGORY.test(name) ? name : undefined)
  if (name === 'General_Category' || name === 'gc') return CATEGORIES.get(value) ?? value
  return name === 'Script' || name === 'sc' ? value : undefined
}

const SHORT_CATEGORY = /^(?:L[ulmto]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfo]?|Any)$/

const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['Letter', 'L'],
  ['Uppercase_Letter', 'Lu'],
  ['Lowercase_Letter', 'Ll'],
  ['Titlecase_Letter', 'Lt'],
  ['Modifier_Letter', 'Lm'],
  ['Other_Letter', 'Lo'],
  ['Mark', 'M'],
  ['Nonspacing_Mark', 'Mn'],
  ['Spacing_Mark', 'Mc'],
  ['Enclosing_Mark', 'Me'],
  ['Number', 'N'],
  ['Decimal_Number', 'Nd'],
  ['digit', 'Nd'],
  ['Letter_Number', 'Nl'],
  ['Other_Number', 'No'],
  ['Punctuation', 'P'],
  ['punct', 'P'],
  ['Symbol', 'S'],
  ['Math_Symbol', 'Sm'],
  ['Currency_Symbol', 'Sc'],
  ['Modifier_Symbol', 'Sk'],
  ['Other_Symbol', 'So'],
  ['Separator', 'Z'],
  ['Space_Separator', 'Zs'],
  ['Line_Separator', 'Zl'],
  ['Paragraph_Separator', 'Zp'],
  ['Control', 'Cc'],
  ['cntrl', 'Cc'],
  ['Format', 'Cf'],
  ['Other', 'C'],
])
