import {
  bytesToHeader,
  type Entry,
  type Header,
  PMTiles,
  SharedPromiseCache,
  tileTypeExt,
} from 'pmtiles'
import { type Issue, issue, ok, type Result, refuse } from '#core/issue.ts'
import { gunzipWithin, isGzip } from '../bytes/gunzip.ts'
import type { ArchiveFacts, ByteRanges, TileArchive } from './archive-facts.ts'
import { headerFault } from './header-fault.ts'
import { imageSize } from './image-size.ts'
import { LAYER_ROLES, layersOfRole } from './layer-roles.ts'
import { plainText } from './plain-text.ts'
import { isVectorTile } from './vector-tile.ts'

const MEBIBYTE = 1024 * 1024
/** Most bytes of one range of the file, and of a tile when it is unpacked. */
export const MAX_TILE_BYTES = 8 * MEBIBYTE
/** Most bytes of an unpacked directory, some ten times what writers put into one. */
const MAX_DIRECTORY_BYTES = MEBIBYTE
const DIRECTORIES_KEPT = 16
const MAX_IMAGE_PIXELS = 4096
/** Where a PMTiles file has its header and its first directory. */
const HEAD_BYTES = 16_384

/**
 * Opens a PMTiles archive of version 3, of which only header, first directory and metadata are read
 * now, and a directory or a tile when one is asked for. Whatever the file says, no range or tile of
 * more than 8 MB is read or unpacked.
 *
 * @returns the archive; or why it cannot be a base map, codes `pmtiles-…`. Rejects where the bytes
 * cannot be read at all.
 * @source PMTiles Version 3 Specification, Protomaps.
 */
export async function openPmtiles(
  fileName: string,
  ranges: ByteRanges,
): Promise<Result<TileArchive>> {
  const { byteCount } = ranges
  const head = await ranges.read(0, Math.min(HEAD_BYTES, byteCount))
  const fault = headerFault(new Uint8Array(head), byteCount, fileName)
  if (fault) return refuse(fault)
  const header = bytesToHeader(head)
  const cache = new SharedPromiseCache(DIRECTORIES_KEPT, false, unpackerOf(MAX_DIRECTORY_BYTES))
  const archive = new PMTiles(sourceOf(fileName, ranges), cache, unpackerOf(MAX_TILE_BYTES))
  const say = (severity: Issue['severity'], code: string, message: string) =>
    issue(severity, code, message, { file: fileName })
  if (!(await hasSoundRoot(archive, header, byteCount))) {
    const message = `The directory of ${fileName} is damaged: it does not say where its tiles are. Ask for the file again.`
    return refuse(say('error', 'pmtiles-directory', message))
  }
  const issues: Issue[] = []
  const metadata = await archive.getMetadata().catch(() => {
    const message = `What ${fileName} says of its name, layers and makers cannot be read. Find out whom to name before it is shown.`
    issues.push(say('warning', 'pmtiles-metadata', message))
    return {}
  })
  const isVector = tileTypeExt(header.tileType) === '.mvt'
  const tile = tileReader(archive, isVector)
  const tilePixels = isVector ? 512 : await tilePixelsOf(header, tile)
  const facts = factsOf({ fileName, byteCount, header, metadata, tilePixels })
  if (isVector && !isDrawn(facts)) {
    const names = (facts.layerNames ?? []).slice(0, 5).map(plainText).join(', ') || 'none'
    const message = `No layer of ${fileName} is known here (it has: ${names}), so it would be empty. Layers are known by the names of Protomaps, OpenMapTiles and Shortbread.`
    return refuse(say('error', 'pmtiles-layers-unknown', message))
  }
  return ok({ facts, tile }, issues)
}

async function hasSoundRoot(
  { source, cache }: PMTiles,
  header: Header,
  byteCount: number,
): Promise<boolean> {
  const { rootDirectoryOffset, rootDirectoryLength } = header
  try {
    await cache.getHeader(source)
    const root = await cache.getDirectory(source, rootDirectoryOffset, rootDirectoryLength, header)
    return isSound(root, header, byteCount)
  } catch {
    return false
  }
}

function isDrawn({ layerNames }: ArchiveFacts): boolean {
  return LAYER_ROLES.some((role) => layersOfRole(layerNames, role).length > 0)
}

/** The library reads through this: a range that is not in the file, or too long, is refused. */
function sourceOf(key: string, { byteCount, read }: ByteRanges) {
  return {
    getKey: () => key,
    async getBytes(from: number, count: number) {
      const isHead = from === 0 && count === HEAD_BYTES
      const wanted = isHead ? Math.min(count, byteCount) : count
      const isInside = from >= 0 && wanted > 0 && from + wanted <= byteCount
      if (!isInside || wanted > MAX_TILE_BYTES) throw new RangeError('no such range')
      const data = await read(from, wanted)
      if (data.byteLength !== wanted) throw new RangeError('the file became shorter')
      return { data }
    },
  }
}

function unpackerOf(maxBytes: number) {
  return async (packed: ArrayBuffer): Promise<ArrayBuffer> => {
    const bytes = new Uint8Array(packed)
    const unpacked = isGzip(bytes) ? gunzipWithin(bytes, maxBytes) : bytes
    if (typeof unpacked === 'string') throw new RangeError(unpacked)
    if (unpacked.length > maxBytes) throw new RangeError('too-large')
    return unpacked.slice().buffer
  }
}

/** There are entries, they go up by their tile, and stay in the part of the file they speak of. */
function isSound(entries: readonly Entry[], header: Header, byteCount: number): boolean {
  const { tileDataOffset, leafDirectoryOffset, leafDirectoryLength = 0 } = header
  const tileBytes = byteCount - tileDataOffset
  const leafBytes = Math.min(leafDirectoryLength, byteCount - leafDirectoryOffset)
  const isInside = ({ offset, length, runLength }: Entry) =>
    length > 0 && offset >= 0 && offset + length <= (runLength > 0 ? tileBytes : leafBytes)
  const isAfter = ({ tileId }: Entry, i: number) => tileId > (entries[i - 1]?.tileId ?? -1)
  return entries.length > 0 && entries.every((entry, i) => isInside(entry) && isAfter(entry, i))
}

function tileReader(archive: PMTiles, isVector: boolean): TileArchive['tile'] {
  return async (zoom, column, row) => {
    try {
      const found = await archive.getZxy(zoom, column, row)
      if (!found) return 'none'
      const bytes = new Uint8Array(found.data)
      return (isVector ? isVectorTile(bytes) : isPicture(bytes)) ? bytes : 'damaged'
    } catch {
      return 'damaged'
    }
  }
}

/** A picture of a size that a browser can unpack without running out of memory. */
function isPicture(bytes: Uint8Array): boolean {
  const size = imageSize(bytes)
  return (
    size !== null &&
    [size.widthPixels, size.heightPixels].every((side) => side > 0 && side <= MAX_IMAGE_PIXELS)
  )
}

/** Pictures are 256 or 512 pixels wide, which no header says: the one in the middle tells. */
async function tilePixelsOf(header: Header, tile: TileArchive['tile']): Promise<number> {
  const { minZoom, minLon, maxLon, minLat, maxLat } = header
  const count = 2 ** minZoom
  const column = Math.floor((((minLon + maxLon) / 2 + 180) / 360) * count)
  const sine = Math.sin((((minLat + maxLat) / 2) * Math.PI) / 180)
  const row = Math.floor((0.5 - Math.atanh(sine) / (2 * Math.PI)) * count)
  const within = (at: number) => Math.min(count - 1, Math.max(0, at))
  const found = await tile(minZoom, within(column), within(row))
  const size = typeof found === 'string' ? null : imageSize(found)
  return size && size.widthPixels >= 512 ? 512 : 256
}

type FactsInput = Pick<ArchiveFacts, 'fileName' | 'byteCount' | 'tilePixels'> & {
  readonly header: Header
  readonly metadata: unknown
}

function factsOf({ header, metadata, ...known }: FactsInput): ArchiveFacts {
  const said: Record<string, unknown> = Object(metadata)
  const isVector = tileTypeExt(header.tileType) === '.mvt'
  return {
    ...known,
    name: plainText(said['name']) || known.fileName,
    attribution: plainText(said['attribution']),
    tileKind: isVector ? 'vector' : 'raster',
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    boundsDegrees: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    layerNames: isVector ? layerNamesOf(said['vector_layers']) : [],
  }
}

function layerNamesOf(layers: unknown): string[] | null {
  if (!Array.isArray(layers)) return null
  const names = layers.slice(0, 1000).map((layer): unknown => Object(layer)['id'])
  return [...new Set(names.filter((name) => typeof name === 'string'))]
}
