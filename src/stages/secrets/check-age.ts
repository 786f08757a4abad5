import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { fieldPlace, type SealedFile } from '../../core/sops/sealed-file.ts'

const DAY = 86_400_000

/** After how many days a file is due, and the day it is. */
export interface Due {
  readonly today: string
  readonly days: number
}

/** Says of a file that was last changed too long ago that it is. */
export function checkAge(file: SealedFile, { today, days }: Due, report: Report): void {
  const { lastModifiedSeconds } = file.metadata
  const age = Math.floor((Date.parse(today) - Date.parse(lastModifiedSeconds)) / DAY)
  if (!(age >= days)) return
  const message = say`this file was last changed ${age} days ago, on ${name(lastModifiedSeconds.slice(0, 10))}; it is due after ${days}: change what is in it at its source, and encrypt it with ${name('cairn secrets rotate')}`
  report(finding('secret/old', fieldPlace(file, 'lastmodified'), message))
}
