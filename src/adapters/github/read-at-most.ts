/**
 * All bytes of a stream; `undefined` where there are more than the limit, of which no more is read.
 *
 * @throws what the stream does
 */
export async function readAtMost(stream: AsyncIterable<unknown>, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('a stream of bytes was expected')
    size += chunk.byteLength
    // Leaving the loop closes the stream.
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
