import { bytesToHeader, Compression, type Header, TileType } from 'pmtiles'
import { type Issue, issue } from '#core/issue.ts'

const MAGIC = [...'PMTiles'].map((letter) => letter.charCodeAt(0))
const VERSION = 3
const HEADER_BYTES = 127
const FIRST_DIRECTORY_ENDS = 16_384
const MAX_ZOOM = 22

const READ_TYPES: readonly number[] = [TileType.Mvt, TileType.Png, TileType.Jpeg, TileType.Webp]
const READ_PACKINGS: readonly number[] = [Compression.Unknown, Compression.None, Compression.Gzip]

/**
 * Why a file cannot be read as PMTiles, told by its header; null: nothing speaks against it.
 *
 * @param head its first bytes, all of them where there are fewer than 127.
 * @param byteCount of the whole file.
 */
export function headerFault(head: Uint8Array, byteCount: number, file: string): Issue | null {
  const say = (code: string, what: string) => issue('error', code, `${file} ${what}`, { file })
  if (!MAGIC.every((byte, i) => head[i] === byte)) {
    const isOld = head[0] === 0x50 && head[1] === 0x4d && (head[2] === 1 || head[2] === 2)
    return isOld
      ? say('pmtiles-version', `is PMTiles of version ${head[2]}; convert it to version 3.`)
      : say('pmtiles-not', 'is no PMTiles archive, whatever its name says.')
  }
  if (head[7] !== VERSION) {
    return say(
      'pmtiles-version',
      `is PMTiles of version ${head[7] ?? '?'}; only version 3 can be read.`,
    )
  }
  if (head.length < HEADER_BYTES) {
    return say('pmtiles-truncated', 'ends within its header. Copy or download it again.')
  }
  const header = bytesToHeader(head.slice().buffer)
  return kindFault(header, say) ?? extentFault(header, say) ?? lengthFault(header, byteCount, say)
}

/** What is said begins after the name of the file. */
type Say = (code: string, what: string) => Issue

function kindFault({ tileType, tileCompression, internalCompression }: Header, say: Say) {
  if (!READ_TYPES.includes(tileType)) {
    return say(
      'pmtiles-tile-type',
      'has tiles of a kind that cannot be drawn here; vector tiles (MVT) and PNG, JPEG or WebP pictures can.',
    )
  }
  if (![tileCompression, internalCompression].every((packing) => READ_PACKINGS.includes(packing))) {
    return say(
      'pmtiles-compression',
      'is packed in a way that cannot be unpacked here; ask for one packed with gzip.',
    )
  }
  return null
}

function extentFault({ minZoom, maxZoom, minLon, minLat, maxLon, maxLat }: Header, say: Say) {
  const isZoomed = minZoom <= maxZoom && maxZoom <= MAX_ZOOM
  const isPlaced =
    minLon < maxLon &&
    minLat < maxLat &&
    minLon >= -180 &&
    maxLon <= 180 &&
    minLat >= -90 &&
    maxLat <= 90
  if (isZoomed && isPlaced) return null
  return say(
    'pmtiles-extent',
    'gives zooms or bounds that no map can have. Ask for the file again.',
  )
}

function lengthFault(header: Header, byteCount: number, say: Say) {
  const { rootDirectoryOffset: root, rootDirectoryLength: rootLength } = header
  if (root < HEADER_BYTES || rootLength === 0 || root + rootLength > FIRST_DIRECTORY_ENDS) {
    return say(
      'pmtiles-directory',
      'does not have its directory where it has to be, in the first 16 kB. Ask for the file again.',
    )
  }
  const ends = [
    root + rootLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  ]
  if (Math.max(...ends) <= byteCount) return null
  return say(
    'pmtiles-truncated',
    'is not whole: it speaks of more bytes than it has. Copy or download it again.',
  )
}
