import { hashOfBytes } from '#core/canonical-json.ts'
import { nextTask } from '../next-task.ts'

/**
 * SHA-256 of a text or of bytes, in hexadecimal. By the browser's own means where there are any (it
 * needs https or localhost), else on the page: some 15 ms a megabyte.
 */
export async function checksumOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  if (globalThis.crypto?.subtle === undefined) return hashOfBytes(bytes)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** So many bytes are hashed in one task: 3 ms in Chromium, which does it on the spot; 30 ms on the page. */
const PIECE_BYTES = 2_000_000

/**
 * SHA-256 of the SHA-256s of pieces, in hexadecimal: a part of a dataset would be one long task. Every
 * piece is a task of its own, and so is what comes before and after.
 */
export async function checksumOfPart(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const checksums: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    await nextTask()
    checksums.push(await checksumOf(bytes.subarray(at, at + PIECE_BYTES)))
  }
  await nextTask()
  return checksumOf(checksums.join(''))
}
