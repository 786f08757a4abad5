import { indentedJson } from '../../core/number-text.ts'
import type { DataFormat } from '../../core/publication.ts'
import type { Value } from '../../core/value.ts'
import { yamlText } from '../../core/yaml-text.ts'
import { writeEnv } from './env.ts'
import { writeIni } from './ini.ts'
import type { Tell } from './problem.ts'
import { writeToml } from './toml.ts'

const WRITERS: Readonly<Record<DataFormat, (value: Value, tell: Tell) => string>> = {
  yaml: yamlText,
  json: (value) => `${indentedJson(value)}\n`,
  toml: writeToml,
  ini: writeIni,
  env: writeEnv,
}

/**
 * The text of a value in a format: the same value, the same text, on every machine. What the format cannot hold is told
 * and left out, never bent into something else.
 *
 * @param value without opaque leaves
 */
export function writeValue(value: Value, format: DataFormat, tell: Tell): string {
  return WRITERS[format](value, tell)
}
