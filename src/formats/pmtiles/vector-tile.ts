import { readVarint } from 'pmtiles'

const LENGTH_DELIMITED = 2
const LAYER_FIELD = 3

/**
 * Whether bytes are cut into layers like a vector tile: its layers one after the other, each as long as
 * it says. What is in them is not looked at.
 *
 * @source Vector Tile Specification 2.1, Mapbox, §4.1.
 */
export function isVectorTile(bytes: Uint8Array): boolean {
  const at = { buf: bytes, pos: 0 }
  try {
    while (at.pos < bytes.length) {
      const key = readVarint(at)
      if (key !== ((LAYER_FIELD << 3) | LENGTH_DELIMITED)) return false
      const byteCount = readVarint(at)
      at.pos += byteCount
    }
  } catch {
    return false
  }
  return at.pos === bytes.length
}
