/** One thing configured: `services/mixtral`. A kind has no slash; a name may have some. */
export interface DocumentId {
  readonly kind: string
  readonly name: string
}

/** `kind/name`, the way people write a document and the key under which maps hold it. */
export function documentKey(id: DocumentId): string {
  return `${id.kind}/${id.name}`
}

/** The document that a text names, `undefined` where it is not `kind/name`. A name may contain slashes. */
export function parseDocumentKey(text: string): DocumentId | undefined {
  const slash = text.indexOf('/')
  if (slash <= 0 || slash === text.length - 1) return undefined
  return { kind: text.slice(0, slash), name: text.slice(slash + 1) }
}
