import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readIndependently, type Json } from '../reference/independent.ts'
import { referenceRepository, ROOT } from '../reference/repository-files.ts'
import { typed } from './typed.ts'

/** A document in an environment. */
export interface Effective {
  readonly environment: string
  readonly kind: string
  readonly name: string
  readonly value: Json
}

/** The effective documents of the reference repository. */
export function effectiveDocuments(): readonly Effective[] {
  return Object.entries(readIndependently(referenceRepository())).flatMap(([environment, documents]) =>
    Object.entries(documents).map(([document, value]) => {
      const [kind = '', name = ''] = document.split('/')
      return { environment, kind, name, value: typed(kind, value) }
    }),
  )
}

/** A YAML file of this project. */
export function readYaml(path: string): Json {
  return parse(readFileSync(join(ROOT, path), 'utf8')) as Json
}
