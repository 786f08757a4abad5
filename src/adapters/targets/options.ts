/** What opens a target. */
export interface TargetOptions {
  /** The configuration repository: its remotes are known by name, and its folder is what paths are relative to. */
  readonly root: string
  /** A folder of the branch, empty for all of it. */
  readonly path: string
  /** A remote's name or URL. */
  readonly remote: string
  readonly promoter: boolean
  /** How many versions of a directory stay. */
  readonly keep?: number
  /** For the remote; absent: whatever Git is set up with. */
  readonly token?: string
  /** The server that the token is for; absent: whichever the remote is on. */
  readonly tokenServer?: string
  /** Process variables. */
  readonly variables: Readonly<Record<string, string | undefined>>
}
