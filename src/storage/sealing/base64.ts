const CHUNK_BYTES = 0x8000

/** Bytes as Base64, for places that hold nothing but text. */
export function base64Of(bytes: Uint8Array): string {
  const letters: string[] = []
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    letters.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK_BYTES)))
  }
  return btoa(letters.join(''))
}

/** The bytes again; null if the text is no Base64. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
