import { load } from 'js-yaml'

/** What is used of action.yml. */
interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

/** A page with its tables of inputs and outputs as action.yml has them, between their markers. */
export function actionTables(page: string, action: string): string {
  const { inputs, outputs } = load(action) as ActionFile
  const given = Object.entries(inputs).map(([name, one]) => [name, one.default ?? '', one.description] as const)
  const set = Object.entries(outputs).map(([name, one]) => [name, one.description] as const)
  const inputsTable =
    '| input | default | |\n|---|---|---|\n' +
    given.map(([name, value, text]) => `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${cell(text)} |\n`).join('')
  const outputsTable = '| output | |\n|---|---|\n' + set.map(([name, text]) => `| \`${name}\` | ${cell(text)} |\n`).join('')
  return between(between(page, 'inputs', inputsTable), 'outputs', outputsTable)
}

function between(page: string, marker: string, text: string): string {
  const [start, end] = [`<!-- ${marker} of action.yml -->\n`, `<!-- end of ${marker} -->`]
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`docs/action.md lacks its markers for ${marker}`)
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`
}

const cell = (text: string): string => text.trim().replaceAll('\n', ' ').replaceAll('|', '\\|')
