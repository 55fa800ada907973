/** Width and height of a picture in pixels. */
export type ImageSize = { readonly widthPixels: number; readonly heightPixels: number }

/**
 * Size of a PNG, JPEG or WebP picture from its first bytes; null: it is none of these, or ends before
 * it says so. Nothing is unpacked.
 *
 * @source PNG: ISO/IEC 15948 §11.2.2. JPEG: ITU-T T.81 §B.2.2. WebP: RFC 9649 §2.
 */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47])) {
      return { widthPixels: view.getUint32(16), heightPixels: view.getUint32(20) }
    }
    if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return jpegSize(view)
    return begins(bytes, 0, RIFF) && begins(bytes, 8, WEBP) ? webpSize(bytes, view) : null
  } catch {
    return null
  }
}

const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

function begins(bytes: Uint8Array, at: number, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[at + i] === byte)
}

/** @throws RangeError past the end. */
function jpegSize(view: DataView): ImageSize | null {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame)
      return { widthPixels: view.getUint16(at + 7), heightPixels: view.getUint16(at + 5) }
    at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

/** @throws RangeError past the end. */
function webpSize(bytes: Uint8Array, view: DataView): ImageSize | null {
  const kind = bytes[15]
  if (kind === 0x58) {
    const uint24 = (at: number) => view.getUint16(at, true) + 65_536 * view.getUint8(at + 2)
    return { widthPixels: 1 + uint24(24), heightPixels: 1 + uint24(27) }
  }
  if (kind === 0x4c) {
    const bits = view.getUint32(21, true)
    return { widthPixels: 1 + (bits & 0x3fff), heightPixels: 1 + ((bits >>> 14) & 0x3fff) }
  }
  const sides = [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff] as const
  return { widthPixels: sides[0], heightPixels: sides[1] }
}
