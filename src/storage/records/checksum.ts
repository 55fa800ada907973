import { hashOfBytes } from '#core/canonical-json.ts'

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
