import { readdirSync, readFileSync } from 'node:fs'
import type { Engines } from '../core/ports.ts'
import { createGoRegExp } from './go-regexp.ts'
import { createRegExp } from './regexp.ts'
import { createValidator } from './validator.ts'

/** As far above this file as above the bundle's chunks. */
const SCHEMAS = new URL('../../schemas/', import.meta.url)

/** The libraries that only some runs need. */
export const engines: Engines = {
  regexp: createRegExp(),
  goRegexp: createGoRegExp(),
  validator: createValidator(),
  builtInSchemas: once(() => {
    const schemas = new Map<string, Buffer>()
    for (const file of readdirSync(SCHEMAS).sort()) {
      if (file.endsWith('.yaml')) schemas.set(file.slice(0, -'.yaml'.length), readFileSync(new URL(file, SCHEMAS)))
    }
    return schemas
  }),
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
