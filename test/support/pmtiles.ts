import { deflateSync, gzipSync } from 'node:zlib'
import { crc32 } from '#formats/bytes/crc32.ts'
import type { ByteRanges } from '#formats/pmtiles/archive-facts.ts'

/** One thing in a tile: corners in tile units, 0 to 4096 from the north-west corner. */
export type TileFeature = {
  readonly type: 'point' | 'line' | 'polygon'
  readonly corners: readonly (readonly [number, number])[]
  readonly tags: Readonly<Record<string, string>>
}

export type ATile = {
  readonly zoom: number
  readonly column: number
  readonly row: number
  readonly bytes: Uint8Array
}

/** What a test archive is made of; what is left out is as in a sound one with gzipped vector tiles. */
export type ArchiveParts = {
  readonly tiles: readonly ATile[]
  readonly metadata?: unknown
  readonly version?: number
  /** 1 MVT, 2 PNG, 3 JPEG, 4 WebP. */
  readonly tileType?: number
  /** 1 none, 2 gzip, 3 Brotli, 4 Zstandard. */
  readonly tilePacking?: number
  readonly internalPacking?: number
  readonly zooms?: readonly [number, number]
  readonly bounds?: readonly [number, number, number, number]
  /** So many tiles a leaf directory; 0: all are in the first one. */
  readonly leafSize?: number
  /** In place of the entries' own. */
  readonly directory?: Uint8Array
}

type Entry = {
  readonly tileId: number
  readonly offset: number
  readonly length: number
  readonly runLength: number
}

/** Writes a PMTiles archive of version 3, small enough for a test. */
export function pmtilesOf(parts: ArchiveParts): Uint8Array<ArrayBuffer> {
  const { tilePacking = 2, internalPacking = 2, leafSize = 0 } = parts
  const pack = (bytes: Uint8Array, packing: number) => (packing === 2 ? gzipSync(bytes) : bytes)
  const tiles = parts.tiles
    .map((tile) => ({ id: tileIdOf(tile), bytes: pack(tile.bytes, tilePacking) }))
    .sort((a, b) => a.id - b.id)
  let at = 0
  const entries = tiles.map(({ id, bytes }): Entry => {
    const entry = { tileId: id, offset: at, length: bytes.length, runLength: 1 }
    at += bytes.length
    return entry
  })
  const leaves: Uint8Array[] = []
  const inRoot: Entry[] = leafSize > 0 ? [] : entries
  let leafAt = 0
  for (let i = 0; leafSize > 0 && i < entries.length; i += leafSize) {
    const leaf = pack(directoryOf(entries.slice(i, i + leafSize)), internalPacking)
    inRoot.push({ tileId: entries[i]!.tileId, offset: leafAt, length: leaf.length, runLength: 0 })
    leaves.push(leaf)
    leafAt += leaf.length
  }
  const root = pack(parts.directory ?? directoryOf(inRoot), internalPacking)
  const metadata = pack(
    new TextEncoder().encode(
      typeof parts.metadata === 'string' ? parts.metadata : JSON.stringify(parts.metadata ?? {}),
    ),
    internalPacking,
  )
  const sections = [root, metadata, joined(leaves), joined(tiles.map(({ bytes }) => bytes))]
  const header = new Uint8Array(127)
  header.set(new TextEncoder().encode('PMTiles'))
  const view = new DataView(header.buffer)
  view.setUint8(7, parts.version ?? 3)
  let from = 127
  sections.forEach(({ length }, i) => {
    view.setBigUint64(8 + 16 * i, BigInt(from), true)
    view.setBigUint64(16 + 16 * i, BigInt(length), true)
    from += length
  })
  for (const offset of [72, 80, 88]) view.setBigUint64(offset, BigInt(tiles.length), true)
  const zooms = parts.tiles.map(({ zoom }) => zoom)
  const [minZoom, maxZoom] = parts.zooms ?? [Math.min(...zooms), Math.max(...zooms)]
  view.setUint8(96, 1)
  for (const [i, value] of [internalPacking, tilePacking, parts.tileType ?? 1].entries()) {
    view.setUint8(97 + i, value)
  }
  view.setUint8(100, minZoom)
  view.setUint8(101, maxZoom)
  const bounds = parts.bounds ?? [-12, 4, -7, 9]
  bounds.forEach((degrees, i) => {
    view.setInt32(102 + 4 * i, Math.round(1e7 * degrees), true)
  })
  return joined([header, ...sections])
}

/** Directory of PMTiles: five columns of varints, ids as steps. */
export function directoryOf(entries: readonly Entry[]): Uint8Array {
  const out: number[] = []
  varint(out, entries.length)
  entries.forEach(({ tileId }, i) => {
    varint(out, tileId - (entries[i - 1]?.tileId ?? 0))
  })
  for (const { runLength } of entries) varint(out, runLength)
  for (const { length } of entries) varint(out, length)
  for (const { offset } of entries) varint(out, offset + 1)
  return Uint8Array.from(out)
}

/** Number of a tile along the Hilbert curve, after all tiles of lower zooms. */
export function tileIdOf({ zoom, column, row }: Omit<ATile, 'bytes'>): number {
  let [x, y, along] = [column, row, 0]
  for (let side = 2 ** (zoom - 1); side >= 1; side /= 2) {
    const right = Math.floor(x / side) % 2
    const down = Math.floor(y / side) % 2
    along += side * side * ((3 * right) ^ down)
    if (down === 0) {
      if (right === 1) [x, y] = [side - 1 - (x % side), side - 1 - (y % side)]
      else [x, y] = [x % side, y % side]
      ;[x, y] = [y, x]
    } else [x, y] = [x % side, y % side]
  }
  return (4 ** zoom - 1) / 3 + along
}

/** A vector tile (MVT 2) of layers by name. */
export function vectorTile(layers: Readonly<Record<string, readonly TileFeature[]>>): Uint8Array {
  const out: number[] = []
  for (const [name, features] of Object.entries(layers)) {
    if (features.length === 0) continue
    const layer: number[] = []
    const keys: string[] = []
    const values: string[] = []
    const placeOf = (list: string[], word: string) => {
      if (!list.includes(word)) list.push(word)
      return list.indexOf(word)
    }
    field(layer, 15, 2)
    bytesField(layer, 1, text(name))
    for (const { type, corners, tags } of features) {
      const feature: number[] = []
      const pairs = Object.entries(tags).flatMap(([key, value]) => [
        placeOf(keys, key),
        placeOf(values, value),
      ])
      bytesField(feature, 2, packed(pairs))
      field(feature, 3, { point: 1, line: 2, polygon: 3 }[type])
      bytesField(feature, 4, packed(commandsOf(type, corners)))
      bytesField(layer, 2, feature)
    }
    for (const key of keys) bytesField(layer, 3, text(key))
    for (const value of values) {
      const holder: number[] = []
      bytesField(holder, 1, text(value))
      bytesField(layer, 4, holder)
    }
    field(layer, 5, 4096)
    bytesField(out, 3, layer)
  }
  return Uint8Array.from(out)
}

/** A picture of one colour. */
export function pngOf(sidePixels: number, color: readonly [number, number, number]): Uint8Array {
  const rows = new Uint8Array(sidePixels * (1 + 3 * sidePixels))
  for (let y = 0; y < sidePixels; y++) {
    for (let x = 0; x < sidePixels; x++) rows.set(color, y * (1 + 3 * sidePixels) + 1 + 3 * x)
  }
  const size = new DataView(new ArrayBuffer(13))
  size.setUint32(0, sidePixels)
  size.setUint32(4, sidePixels)
  size.setUint8(8, 8)
  size.setUint8(9, 2)
  const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  const chunks = [
    chunk('IHDR', new Uint8Array(size.buffer)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  return joined([signature, ...chunks])
}

/** Bytes in memory as ranges; `asked` fills with what is read of them. */
export function rangesOf(bytes: Uint8Array<ArrayBuffer>, asked: number[] = []): ByteRanges {
  return {
    byteCount: bytes.length,
    read: async (from, count) => {
      asked.push(count)
      return bytes.slice(from, from + count).buffer
    },
  }
}

const LAND = [-11.6, 4.3, -7.3, 8.6] as const

/** Invented ground about Liberia: land, a lake, a river, woods, roads, a border and towns. */
export function someBasemap(maxZoom = 9): Uint8Array<ArrayBuffer> {
  const bounds = [-11.8, 4.1, -7.1, 8.8] as const
  const tiles: ATile[] = []
  for (let zoom = 4; zoom <= maxZoom; zoom++) {
    const [west, north] = tilePosition(zoom, bounds[0], bounds[3])
    const [east, south] = tilePosition(zoom, bounds[2], bounds[1])
    for (let column = Math.floor(west); column <= Math.floor(east); column++) {
      for (let row = Math.floor(north); row <= Math.floor(south); row++) {
        tiles.push({ zoom, column, row, bytes: groundTile(zoom, column, row) })
      }
    }
  }
  const vector_layers = ['earth', 'landuse', 'water', 'roads', 'boundaries', 'places'].map(
    (id) => ({ id, fields: {} }),
  )
  const attribution = '<a href="https://maps.invalid">© Invented Mappers</a>'
  return pmtilesOf({
    tiles,
    bounds,
    metadata: { name: 'Invented ground', attribution, vector_layers },
  })
}

function groundTile(zoom: number, column: number, row: number): Uint8Array {
  const at = (lon: number, lat: number): [number, number] => {
    const [x, y] = tilePosition(zoom, lon, lat)
    return [Math.round(4096 * (x - column)), Math.round(4096 * (y - row))]
  }
  const box = ([west, south, east, north]: readonly number[], tags: TileFeature['tags']) => {
    const clip = (value: number) => Math.min(4160, Math.max(-64, value))
    const [left, top] = at(west!, north!).map(clip)
    const [right, bottom] = at(east!, south!).map(clip)
    if (left! >= right! || top! >= bottom!) return []
    const corners = [
      [left!, top!],
      [right!, top!],
      [right!, bottom!],
      [left!, bottom!],
    ] as const
    return [{ type: 'polygon' as const, corners, tags }]
  }
  const line = (from: readonly [number, number], to: readonly [number, number], kind: string) => {
    const corners = Array.from({ length: 400 }, (_, i) => {
      const share = i / 399
      const bend = 0.15 * Math.sin(12 * share)
      return at(from[0] + share * (to[0] - from[0]) + bend, from[1] + share * (to[1] - from[1]))
    }).filter((corner) => corner.every((value) => value > -400 && value < 4500))
    return corners.length > 1 ? [{ type: 'line' as const, corners, tags: { kind } }] : []
  }
  const place = (name: string, lon: number, lat: number) => {
    const corner = at(lon, lat)
    if (corner.some((value) => value < 0 || value >= 4096)) return []
    return [{ type: 'point' as const, corners: [corner], tags: { kind: 'locality', name } }]
  }
  return vectorTile({
    earth: box(LAND, { kind: 'earth' }),
    landuse: [
      ...box([-10.6, 6.9, -9.6, 8.1], { kind: 'forest' }),
      ...box([-10.9, 6.2, -10.6, 6.5], { kind: 'residential' }),
    ],
    water: [
      ...box([-9.1, 7.1, -8.6, 7.5], { kind: 'lake' }),
      ...line([-8.2, 8.4], [-10.2, 5.2], 'river'),
    ],
    roads: [
      ...line([-10.8, 6.3], [-8.0, 5.4], 'highway'),
      ...line([-10.8, 6.3], [-9.2, 8.2], 'major_road'),
      ...line([-9.6, 5.9], [-9.2, 7.6], 'minor_road'),
    ],
    boundaries: line([-9.9, 8.5], [-8.3, 6.4], 'region'),
    places: [
      ...place('Invented Ferry', -9.35, 6.75),
      ...place('Invented Crossing', -8.75, 5.95),
      ...place('Invented Lakeside', -8.85, 7.62),
    ],
  })
}

/** Column and row with their fractions. */
function tilePosition(zoom: number, lon: number, lat: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - Math.atanh(sine) / (2 * Math.PI)
  return [((lon + 180) / 360) * 2 ** zoom, y * 2 ** zoom]
}

function commandsOf(type: TileFeature['type'], corners: TileFeature['corners']): number[] {
  const out: number[] = []
  let last: readonly [number, number] = [0, 0]
  const zigzag = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value)
  corners.forEach((corner, i) => {
    if (i === 0) out.push(1 | (1 << 3))
    if (i === 1) out.push(2 | ((corners.length - 1) << 3))
    out.push(zigzag(corner[0] - last[0]), zigzag(corner[1] - last[1]))
    last = corner
  })
  if (type === 'polygon') out.push(7 | (1 << 3))
  return out
}

function varint(out: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    out.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  out.push(rest)
}

function field(out: number[], number: number, value: number): void {
  varint(out, number << 3)
  varint(out, value)
}

function bytesField(out: number[], number: number, bytes: readonly number[]): void {
  varint(out, (number << 3) | 2)
  varint(out, bytes.length)
  for (const byte of bytes) out.push(byte)
}

function packed(values: readonly number[]): number[] {
  const out: number[] = []
  for (const value of values) varint(out, value)
  return out
}

function text(word: string): number[] {
  return [...new TextEncoder().encode(word)]
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = joined([Uint8Array.from(text(kind)), data])
  const frame = new DataView(new ArrayBuffer(8))
  frame.setUint32(0, data.length)
  frame.setUint32(4, crc32(body))
  return joined([new Uint8Array(frame.buffer, 0, 4), body, new Uint8Array(frame.buffer, 4, 4)])
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
