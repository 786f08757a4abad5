import { Ajv2020 } from 'ajv/dist/2020.js'
import schema from '../../schemas/output/report.json' with { type: 'json' }

/** Nothing of what is checked is told: it is somebody else's text. */
const LAX = { strictRequired: false, strictTypes: false }
const OPTIONS = { strict: true, ...LAX, logger: false, messages: false, ownProperties: true } as const

let compiled: ((data: unknown) => boolean) | undefined

/** Whether data has the shape of a report (`schemas/output/report.json`). Its texts may still say anything. */
export function hasReportShape(data: unknown): boolean {
  return (compiled ??= new Ajv2020(OPTIONS).compile(schema))(data)
}
