import { Gunzip } from 'fflate'
import { issue, ok, type Result, refuse } from '#core/issue.ts'
import { crc32 } from './crc32.ts'
import { inflateWithin, joined } from './inflate-within.ts'

/** Most bytes that a packed file may unpack to. */
export const MAX_UNPACKED_BYTES = 50 * 1024 * 1024

const FLAGS = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const

/** Whether bytes begin like a gzip file. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/**
 * The content of a gzip file, of all its members one after the other, each checksum verified.
 *
 * @source P. Deutsch, RFC 1952.
 */
export function gunzip(bytes: Uint8Array, file: string): Result<Uint8Array> {
  const fail = (code: string, message: string) =>
    refuse<never>(issue('error', code, message, { file }))
  const whole = gunzipWithin(bytes, MAX_UNPACKED_BYTES)
  const unpacked = whole === 'damaged' ? unpackedMembers(bytes) : whole
  if (unpacked === 'too-large') {
    return fail('gzip-size', `${file} unpacks to more than 50 MB; cut it into smaller files.`)
  }
  return unpacked === 'damaged'
    ? fail('gzip-damaged', `${file} is damaged or not whole; ask for it again.`)
    : ok(unpacked)
}

type Unpacked = Uint8Array | 'too-large' | 'damaged'

/**
 * The same for bytes of which there is nothing to tell anybody.
 *
 * @returns the content; "too-large" past `maxBytes`; "damaged" where it is no gzip file or not whole.
 */
export function gunzipWithin(bytes: Uint8Array, maxBytes: number): Unpacked {
  const start = headerLength(bytes)
  if (start === null) return 'damaged'
  const unpacked = inflateWithin(bytes.subarray(start, bytes.length - 8), maxBytes)
  if (typeof unpacked === 'string') return unpacked
  const trailer = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 8, 8)
  return trailer.getUint32(0, true) === crc32(unpacked) ? unpacked : 'damaged'
}

/** As programs write that pack piece by piece, or logs that grow. */
function unpackedMembers(bytes: Uint8Array): Unpacked {
  const starts = memberStarts(bytes)
  if (starts === null || starts.length < 2) return 'damaged'
  const pieces: Uint8Array[] = []
  let byteCount = 0
  for (const [i, start] of starts.entries()) {
    const piece = gunzipWithin(bytes.subarray(start, starts[i + 1]), MAX_UNPACKED_BYTES - byteCount)
    if (typeof piece === 'string') return piece
    pieces.push(piece)
    byteCount += piece.length
  }
  return joined(pieces, byteCount)
}

const CHUNK_BYTES = 4096

/** Where the members begin; null where the bytes are no gzip throughout, or unpack to too much. */
function memberStarts(bytes: Uint8Array): number[] | null {
  const starts = [0]
  let byteCount = 0
  const stream = new Gunzip((chunk) => {
    byteCount += chunk.length
  })
  stream.onmember = (offset) => {
    if (offset > 0) starts.push(offset)
  }
  try {
    for (let at = 0; at < bytes.length && byteCount <= MAX_UNPACKED_BYTES; at += CHUNK_BYTES) {
      stream.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length)
    }
  } catch {
    return null
  }
  return byteCount <= MAX_UNPACKED_BYTES ? starts : null
}

function headerLength(bytes: Uint8Array): number | null {
  if (!isGzip(bytes) || bytes[2] !== 8 || bytes.length < 20) return null
  const flags = bytes[3]!
  let at = 10
  if (flags & FLAGS.extra) at += 2 + bytes[10]! + 256 * bytes[11]!
  for (const flag of [FLAGS.name, FLAGS.comment]) {
    if (!(flags & flag)) continue
    const end = bytes.indexOf(0, at)
    if (end < 0) return null
    at = end + 1
  }
  if (flags & FLAGS.headerCrc) at += 2
  return at <= bytes.length - 8 ? at : null
}
