/** What names of documents can lead to in one environment. */
export interface NamingWorld {
  readonly environment: string
  /** Whether a document (`kind/name`) exists in this environment. */
  readonly exists: (document: string) => boolean
  /** The environments in which a document exists, those that are not abstract where there are any. */
  readonly environmentsOf: (document: string) => readonly string[]
  /** The names of the documents of a kind that exist in this environment. Asked for where one is not known. */
  readonly namesOf: (kind: string) => Iterable<string>
  /** Kinds that a schema names and that there are not: that is told there, and not of each document. */
  readonly unknownKinds: ReadonlySet<string>
  /** The documents (`kind/name`) of which a file is a layer, in whatever environment. */
  readonly documentsAt: (path: string) => readonly string[]
  /** Whether the repository has a file at a path. */
  readonly isFile: (path: string) => boolean
  /** The paths of the layers of a kind's documents. Asked for where one is not known. */
  readonly pathsOf: (kind: string) => Iterable<string>
}
