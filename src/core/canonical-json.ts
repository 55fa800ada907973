import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * JSON with sorted keys and no white space, so that equal values give equal text. Members that are
 * undefined are left out, as in `JSON.stringify`.
 *
 * @throws TypeError for a number that JSON cannot hold (NaN, ±Infinity): it would come back as null.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`${value} cannot be written as JSON`)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}

/** SHA-256 of a value's canonical JSON, in hexadecimal: equal data, equal hash, on every machine. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}

/** SHA-256 of a text, in hexadecimal. */
export function hashOfText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/** SHA-256 of bytes as they came, in hexadecimal: says which file data was read from. */
export function hashOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes))
}

const NUMBERS_AT_A_TIME = 65_536

/**
 * SHA-256 of numbers, each as an IEEE double, so that equal numbers give equal hashes whatever array
 * holds them. In pieces: no copy of the whole.
 */
export function hashOfNumbers(values: ArrayLike<number>): string {
  const hash = sha256.create()
  const view = new DataView(new ArrayBuffer(8 * Math.min(NUMBERS_AT_A_TIME, values.length)))
  for (let from = 0; from < values.length; from += NUMBERS_AT_A_TIME) {
    const count = Math.min(NUMBERS_AT_A_TIME, values.length - from)
    for (let i = 0; i < count; i++) {
      const value = values[from + i]!
      view.setFloat64(8 * i, Number.isNaN(value) ? Number.NaN : value, true)
    }
    hash.update(new Uint8Array(view.buffer, 0, 8 * count))
  }
  return bytesToHex(hash.digest())
}
