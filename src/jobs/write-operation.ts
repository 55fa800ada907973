import { type OperationContents, writeOperationFile } from '#core/operation-file.ts'

/** An operation to write, and whether to pack it: some ten times smaller. */
export type OperationToWrite = {
  readonly contents: OperationContents
  readonly isPacked: boolean
}

/** The bytes of an operation file, gzipped if asked. */
export async function writeOperation({
  contents,
  isPacked,
}: OperationToWrite): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(writeOperationFile(contents))
  return isPacked ? gzipped(bytes) : bytes
}

/** Some ten times smaller. */
export async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}
