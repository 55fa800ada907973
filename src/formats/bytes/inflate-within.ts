import { Inflate } from 'fflate'

const CHUNK_BYTES = 4096

/**
 * Unpacks DEFLATE data, counting the bytes that really come out, and stops as soon as there are
 * more than `maxBytes`: a header may lie, and 130 KB can hold 128 MB. A chunk of 4 KB can add at
 * most 4 MB (1,032 : 1) before the count is looked at.
 *
 * @returns the bytes; "too-large" past the limit; "damaged" for data that is not DEFLATE or ends early.
 */
export function inflateWithin(
  packed: Uint8Array,
  maxBytes: number,
): Uint8Array | 'too-large' | 'damaged' {
  const chunks: Uint8Array[] = []
  let byteCount = 0
  let isWhole = false
  const inflate = new Inflate((chunk, isFinal) => {
    if (byteCount + chunk.length <= maxBytes) chunks.push(chunk)
    byteCount += chunk.length
    isWhole = isFinal
  })
  try {
    for (let start = 0; start < packed.length && byteCount <= maxBytes; start += CHUNK_BYTES) {
      const end = Math.min(start + CHUNK_BYTES, packed.length)
      inflate.push(packed.subarray(start, end), end === packed.length)
    }
  } catch {
    return 'damaged'
  }
  if (byteCount > maxBytes) return 'too-large'
  return isWhole ? joined(chunks, byteCount) : 'damaged'
}

/** Pieces one after the other, `byteCount` in all. */
export function joined(chunks: readonly Uint8Array[], byteCount: number): Uint8Array {
  const whole = new Uint8Array(byteCount)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
