import type { Mistake } from './mistake.ts'

const A = 'environments/dev/services/a'
type Make = (rule: Mistake['rule'], what: string, text: string, more?: Partial<Mistake>) => Mistake

function mistakesIn(extension: string, format: string): Make {
  return (rule, what, text, more = {}) => ({ rule, what: `${format}: ${what}`, files: { [`${A}.${extension}`]: text }, ...more })
}

const json = mistakesIn('json', 'JSON')
const toml = mistakesIn('toml', 'TOML')
const ini = mistakesIn('ini', 'INI')
const dotenv = mistakesIn('env', 'dotenv')

/** A mistake in a file whose flat keys are opened. */
function flat(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  const layout = "environments: [dev]\nlayout: [{path: '{name}.yml', kind: services, keys: dotted}]\n"
  return { rule, what, files: { 'cairn.yaml': layout, 'a.yml': text }, ...more }
}

export const FORMATS: readonly Mistake[] = [
  json('parse/syntax', 'a trailing comma', '{"a": 1▶,}\n', { says: 'take it out' }),
  json('parse/syntax', 'a trailing comma in a list', '{"a": [1, 2▶,]}\n'),
  json('parse/syntax', 'a comma too many', '[1, ▶, 2]\n'),
  json('parse/syntax', 'a missing comma', '{\n  "a": 1\n  ▶"b": 2\n}\n', { says: 'comma' }),
  json('parse/syntax', 'a missing colon', '{▶"a" 1}\n', { says: 'colon' }),
  json('parse/syntax', 'a missing value', '{"a": ▶, "b": 1}\n', { says: 'a value' }),
  json('parse/syntax', 'a missing brace', '▶{"a": 1', { says: 'not closed' }),
  json('parse/syntax', 'a brace too many', '{"a": 1}▶}\n'),
  json('parse/syntax', 'a list closed by a brace', '{"a": [1, 2▶}\n'),
  json('parse/syntax', 'keys in single quotes', "{▶'a': 1}\n", { says: 'double quotes' }),
  json('parse/syntax', 'a value in single quotes', '{"a": ▶\'b\'}\n', { says: 'single quotes' }),
  json('parse/syntax', 'a key without quotes', '{▶a: 1}\n', { says: 'double quotes' }),
  json('parse/syntax', 'a value without quotes', '{"a": ▶hello world, "b": 1}\n', { says: 'double quotes' }),
  json('parse/syntax', 'True as Python writes it', '{"a": ▶True}\n'),
  json('parse/syntax', 'a quote that is not closed', '{"a": ▶"b}\n'),
  json('parse/syntax', 'a text over two lines', '{"a": ▶"b\nc"}\n', { says: 'on its line' }),
  json('parse/syntax', 'a tab in a text', '{"a": "b▶\tc"}\n', { says: 'escape' }),
  json('parse/syntax', 'an escape that there is not', '{"a": "▶\\d+"}\n', { says: 'no such escape' }),
  json('parse/syntax', 'a leading zero', '{"mode": ▶0644}\n', { says: 'leading' }),
  json('parse/syntax', 'comments', '{\n  ▶// one\n  "a": 1 // two\n}\n', { says: 'no comments' }),
  json('parse/syntax', 'one document a line', '{"a": 1}\n▶{"b": 2}\n'),
  json('parse/syntax', 'YAML under a JSON name', '▶port: 80\n'),
  json('parse/syntax', 'a merge conflict', '{\n▶<<<<<<< HEAD\n "a": 1\n=======\n "a": 2\n>>>>>>> theirs\n}\n', { says: 'a merge conflict' }),
  json('parse/template', 'a template', '{"a": ▶{{ x }}}\n'),
  json('parse/duplicate-key', 'a key twice', '{"a": {"x": 1,\n  ▶"x": 2}}\n', { related: [`${A}.json:1:8`] }),
  json('parse/complex-key', 'a key with half a character', '{▶"\\ud83d": 1}\n'),
  json('parse/number', 'an integer that a double cannot hold', '{"id": ▶9007199254740993}\n'),
  json('parse/number', 'NaN', '{"a": ▶NaN}\n'),
  json('parse/number', 'a number too large, after letters beyond the basic plane', '{"e": "😀", "n": ▶1e999}\n'),
  json('parse/encoding', 'half a surrogate pair', '{"a": ▶"\\ud83d"}\n'),
  json('parse/too-deep', 'a hundred and one lists', `${'['.repeat(100)}▶[${']'.repeat(101)}`),

  toml('parse/syntax', 'text without quotes', 'a = ▶hello\n', { says: 'quoted' }),
  toml('parse/syntax', 'True as Python writes it', 'a = ▶True\n'),
  toml('parse/syntax', 'a colon', 'a▶: 1\n', { says: 'key = value' }),
  toml('parse/syntax', 'a key with a blank', 'my▶ key = 1\n'),
  toml('parse/syntax', 'a missing value', 'a =▶\nb = 1\n', { says: 'value' }),
  toml('parse/syntax', 'two keys on a line', 'a = 1 ▶b = 2\n', { says: 'a new line' }),
  toml('parse/syntax', 'a quote that is not closed', 'a = ▶"x\nb = 1\n', { says: 'not closed' }),
  toml('parse/syntax', 'a list that is not closed', 'a = [1,\n▶b = 2\n', { related: [`${A}.toml:1:5`] }),
  toml('parse/syntax', 'a header that is not closed', '[server▶\nport = 1\n', { says: ']' }),
  toml('parse/syntax', 'an inline table over lines', 'a = {x = 1,▶\n  y = 2}\n', { says: 'one line' }),
  toml('parse/syntax', 'a comma at the end of an inline table', 'a = {x = 1,▶}\n'),
  toml('parse/syntax', 'a date that does not exist', 'when = ▶2026-13-01\n', { says: 'date' }),
  toml('parse/syntax', 'a leading zero', 'mode = ▶0644\n', { says: 'leading zeros' }),
  toml('parse/syntax', 'an escape that there is not', 'a = "C:▶\\work"\n', { says: 'escape' }),
  toml('parse/syntax', 'a comment of INI', '▶; x\na = 1\n'),
  toml('parse/syntax', 'lines that end in a lone CR', 'a = 1▶\rb = 2\r'),
  toml('parse/syntax', 'a merge conflict', 'a = 1\n▶<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n', { says: 'a merge conflict' }),
  toml('parse/template', 'a template', 'a = ▶{{ x }}\n'),
  toml('parse/duplicate-key', 'a key twice', 'a = 1\n▶a = 2\n', { related: [`${A}.toml:1:1`] }),
  toml('parse/duplicate-key', 'a table twice', '[a]\nx = 1\n[b]\ny = 1\n[▶a]\nz = 1\n', { related: [`${A}.toml:1:2`] }),
  toml('parse/duplicate-key', 'a key that is a value and a table', 'db = 1\n▶db.port = 2\n'),
  toml('parse/number', 'infinity', 'a = ▶inf\n'),
  toml('parse/number', 'the largest integer of TOML', 'a = ▶9223372036854775807\n'),

  ini('parse/syntax', 'a line without a value', '[db]\nport = 1\n▶nonsense\n'),
  ini('parse/syntax', 'a section that is not closed', '▶[db\nport = 1\n', { says: ']' }),
  ini('parse/syntax', 'a section without a name', '▶[]\nport = 1\n'),
  ini('parse/syntax', 'text after a section', '[db] ▶production\n'),
  ini('parse/syntax', 'a value without a key', '[db]\n▶= 1\n'),
  ini('parse/syntax', 'three quotes that are not closed', '[db]\nx = ▶"""a\ny = 1\n', { says: 'not closed' }),
  ini('parse/duplicate-key', 'a key twice, in two parts of a section', '[db]\nport = 1\n[web]\nx = 1\n[db]\n▶port = 2\n', { related: [`${A}.ini:2:1`] }),
  ini('parse/duplicate-key', 'a key and a section of one name', 'db = 1\n[▶db]\nport = 2\n'),

  dotenv('parse/syntax', 'a line that is no variable', 'A=1\n▶what is this\n'),
  dotenv('parse/syntax', 'a name with a blank', '▶MY VAR=1\n'),
  dotenv('parse/syntax', 'a name that starts with a digit', '▶1A=2\n'),
  dotenv('parse/syntax', 'export without a value', 'export ▶A\n', { says: 'A=' }),
  dotenv('parse/syntax', 'a quote that is not closed', 'A=▶"abc\nB=1\n', { says: 'the missing "' }),
  dotenv('parse/syntax', 'a quote that is not closed before the next one', 'A=▶"abc\nB="x"\nC=1\n', { says: 'the missing "' }),
  dotenv('parse/syntax', 'text after a value in quotes', 'A="x" ▶y\n', { says: 'only a comment' }),
  dotenv('parse/syntax', 'set, as Windows writes it', '▶set A=1\n'),
  dotenv('parse/duplicate-key', 'a variable twice, once exported', 'A=1\nexport ▶A=2\n', { related: [`${A}.env:1:1`] }),

  flat('parse/flat-key', 'a flat key below a scalar', 'server: 1\n▶server.port: 2\n', { related: ['a.yml:1:1'] }),
  flat('parse/flat-key', 'a mapping below a flat key', 'server.port.http: 1\nserver:\n  ▶port: 2\n'),
  flat('parse/duplicate-key', 'a value by a flat key and by a mapping', 'server.port: 1\nserver:\n  ▶port: 2\n'),
  {
    rule: 'parse/flat-key',
    what: 'a variable that is a value and a prefix',
    files: { 'cairn.yaml': "environments: [dev]\nlayout: [{path: '{name}.env', kind: services, nest: __}]\n", 'a.env': 'DB=x\n▶DB__PORT=1\n' },
  },
]
