/** Stands where a secret would; searched for in whatever is printed. */
export const CANARY = 'canary-4d1f-hunter2'

/** The canary as outputs might spell it. */
export const SPELLINGS: readonly string[] = [
  CANARY,
  Buffer.from(CANARY).toString('base64').replace(/=+$/, ''),
  encodeURIComponent(CANARY),
  JSON.stringify(CANARY).slice(1, -1),
  Buffer.from(CANARY).toString('hex'),
]
