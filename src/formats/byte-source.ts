/** A file that is read from where one likes, without ever being held whole. */
export type ByteSource = {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** The bytes from one place to before another, or to the end if that comes first. */
  readonly read: (from: number, to: number) => Promise<Uint8Array>
}

/** Bytes that are in memory anyway. */
export function sourceOfBytes(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (from, to) => bytes.subarray(from, to) }
}

/** What a browser's file and Node's `openAsBlob` have in common. */
type BlobLike = {
  readonly size: number
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> }
}

/** A file that the system reads when it is asked to. */
export function sourceOfBlob(name: string, blob: BlobLike): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  }
}

/** Bytes that are read at once: some thousand rows. */
export const PIECE_BYTES = 2 * 1024 * 1024

/** A run of bytes of a file, and where it ends. */
export type ByteRun = { readonly bytes: Uint8Array; readonly to: number; readonly isEnd: boolean }

/** The bytes of a file from one place on, 2 MB at a time. */
export async function* byteRuns(source: ByteSource, start = 0): AsyncGenerator<ByteRun> {
  for (let from = start; from < source.size; from += PIECE_BYTES) {
    const bytes = await source.read(from, from + PIECE_BYTES)
    const to = from + bytes.length
    yield { bytes, to, isEnd: from + PIECE_BYTES >= source.size }
  }
}
