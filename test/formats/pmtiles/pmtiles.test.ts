import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { zxyToTileId } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '#formats/pmtiles/coverage.ts'
import { imageSize } from '#formats/pmtiles/image-size.ts'
import { MAX_TILE_BYTES, openPmtiles } from '#formats/pmtiles/index.ts'
import { plainText } from '#formats/pmtiles/plain-text.ts'
import {
  type ArchiveParts,
  directoryOf,
  pmtilesOf,
  pngOf,
  rangesOf,
  someBasemap,
  tileIdOf,
  vectorTile,
} from '#support/pmtiles.ts'

const LAYERS = { vector_layers: [{ id: 'water' }, { id: 'roads' }] }
const SQUARE = [
  [0, 0],
  [4096, 0],
  [4096, 4096],
  [0, 4096],
] as const
const WATER = vectorTile({ water: [{ type: 'polygon', corners: SQUARE, tags: { kind: 'lake' } }] })
const TILE = { zoom: 4, column: 7, row: 7, bytes: WATER }

function anArchive(parts: Partial<ArchiveParts> = {}) {
  return pmtilesOf({ tiles: [TILE], metadata: LAYERS, ...parts })
}

async function codeOf(bytes: Uint8Array<ArrayBuffer>) {
  const opened = await openPmtiles('a.pmtiles', rangesOf(bytes))
  if (opened.ok) return opened.issues.map(({ code }) => code).join() || 'ok'
  expect(opened.issues).toHaveLength(1)
  expect(opened.issues[0]!.message).toMatch(/a\.pmtiles/)
  return opened.issues[0]!.code
}

async function opened(bytes: Uint8Array<ArrayBuffer>, asked: number[] = []) {
  const result = await openPmtiles('a.pmtiles', rangesOf(bytes, asked))
  if (!result.ok) throw new Error(result.issues[0]!.message)
  return result.value
}

function changed(bytes: Uint8Array<ArrayBuffer>, change: (view: DataView) => void) {
  const copy = bytes.slice()
  change(new DataView(copy.buffer))
  return copy
}

describe('an archive that is sound', () => {
  it('says what it is, in words', async () => {
    const { facts } = await opened(someBasemap())
    expect(facts).toMatchObject({
      name: 'Invented ground',
      attribution: '© Invented Mappers',
      tileKind: 'vector',
      minZoom: 4,
      maxZoom: 9,
      boundsDegrees: [-11.8, 4.1, -7.1, 8.8],
      layerNames: ['earth', 'landuse', 'water', 'roads', 'boundaries', 'places'],
    })
  })

  it('gives its tiles as they were, and none where it has none', async () => {
    const { tile } = await opened(anArchive())
    expect(await tile(4, 7, 7)).toEqual(WATER)
    expect(await tile(4, 8, 7)).toBe('none')
    expect(await tile(9, 7, 7)).toBe('none')
  })

  it('is found through leaf directories, packed or not', async () => {
    const tiles = Array.from({ length: 64 }, (_, i) => {
      const bytes = Uint8Array.of(...WATER, 0x1a, 2, 0x78, i)
      return { zoom: 3, column: i % 8, row: Math.floor(i / 8), bytes }
    })
    for (const internalPacking of [1, 2]) {
      const { tile } = await opened(anArchive({ tiles, leafSize: 5, internalPacking }))
      for (const { zoom, column, row, bytes } of tiles) {
        expect(await tile(zoom, column, row)).toEqual(bytes)
      }
    }
  })

  it('is read by ranges, no more than is needed', async () => {
    const bulk = new Uint8Array(900_000)
    const tiles = [0, 1, 2, 3].map((column) => ({ ...TILE, column, bytes: bulk }))
    const asked: number[] = []
    const bytes = anArchive({ tiles: [...tiles, TILE], tilePacking: 1 })
    const { tile } = await opened(bytes, asked)
    await tile(4, 7, 7)
    expect(asked.reduce((sum, count) => sum + count)).toBeLessThan(60_000)
  })

  it('numbers tiles as the writer of the tests does', () => {
    for (const [zoom, column, row] of [
      [0, 0, 0],
      [1, 1, 0],
      [4, 7, 7],
      [9, 300, 201],
    ] as const) {
      expect(tileIdOf({ zoom, column, row })).toBe(zxyToTileId(zoom, column, row))
    }
  })

  it('may hold pictures, whose width it finds out', async () => {
    for (const side of [256, 512]) {
      const bytes = pngOf(side, [90, 120, 150])
      const picture = { zoom: 0, column: 0, row: 0, bytes }
      const { facts, tile } = await opened(
        anArchive({ tiles: [picture], tileType: 2, tilePacking: 1 }),
      )
      expect(facts).toMatchObject({ tileKind: 'raster', tilePixels: side, layerNames: [] })
      expect(await tile(0, 0, 0)).toEqual(bytes)
    }
  })

  it('names each of its layers once, whatever its list says', async () => {
    const vector_layers = [{ id: 'water' }, { id: 'water' }, null, { id: 7 }, 'roads']
    expect((await opened(anArchive({ metadata: { vector_layers } }))).facts.layerNames).toEqual([
      'water',
    ])
  })

  it('may keep silent about its layers', async () => {
    expect((await opened(anArchive({ metadata: {} }))).facts.layerNames).toBeNull()
    expect(await codeOf(anArchive({ metadata: 'no JSON' }))).toBe('pmtiles-metadata')
  })
})

describe('a file that cannot be a base map', () => {
  it('is told by one sentence with a code', async () => {
    const sound = anArchive()
    const cases: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {
      'pmtiles-not': new TextEncoder().encode('name,lat,lon\n'),
      'pmtiles-version': anArchive({ version: 4 }),
      'pmtiles-truncated': sound.slice(0, sound.length - 5),
      'pmtiles-tile-type': anArchive({ tileType: 0 }),
      'pmtiles-compression': anArchive({ tilePacking: 3 }),
      'pmtiles-extent': anArchive({ bounds: [10, 4, -7, 9] }),
      'pmtiles-directory': anArchive({ directory: directoryOf([]) }),
      'pmtiles-layers-unknown': anArchive({ metadata: { vector_layers: [{ id: 'sewers' }] } }),
    }
    for (const [code, bytes] of Object.entries(cases)) expect(await codeOf(bytes), code).toBe(code)
    expect(await codeOf(new Uint8Array())).toBe('pmtiles-not')
    expect(await codeOf(Uint8Array.of(0x50, 0x4d, 2, 0, 9))).toBe('pmtiles-version')
    expect(await codeOf(sound.slice(0, 60))).toBe('pmtiles-truncated')
    expect(await codeOf(anArchive({ internalPacking: 4 }))).toBe('pmtiles-compression')
    expect(await codeOf(anArchive({ zooms: [9, 3] }))).toBe('pmtiles-extent')
    expect(await codeOf(anArchive({ zooms: [0, 30] }))).toBe('pmtiles-extent')
  })

  it('may lie about its lengths', async () => {
    const sound = anArchive()
    for (const [at, value] of [
      [16, 0n],
      [16, 20_000n],
      [16, 2n ** 63n],
      [8, 3n],
    ] as const) {
      const lying = changed(sound, (view) => view.setBigUint64(at, value, true))
      expect(await codeOf(lying), `${at}: ${value}`).toBe('pmtiles-directory')
    }
    for (const at of [32, 48, 64, 56]) {
      const lying = changed(sound, (view) => view.setBigUint64(at, 2n ** 52n, true))
      expect(await codeOf(lying), `${at}`).toBe('pmtiles-truncated')
    }
  })

  it('may lie about its entries: how many, how long, in what order', async () => {
    const entry = { tileId: 5, offset: 0, length: 10, runLength: 1 }
    const lies = [
      Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f),
      directoryOf([{ ...entry, length: 2 ** 40 }]),
      directoryOf([{ ...entry, offset: 2 ** 40 }]),
      directoryOf([{ ...entry, length: 0 }]),
      directoryOf([entry, entry]),
      directoryOf([{ ...entry, runLength: 0, length: 10_000 }]),
    ]
    for (const directory of lies) {
      expect(await codeOf(anArchive({ directory }))).toBe('pmtiles-directory')
    }
  })

  it('may pack a flood into its directory', async () => {
    const flood = gzipSync(new Uint8Array(12_000_000))
    expect(flood.length).toBeLessThan(16_000)
    const bytes = anArchive({ directory: flood, internalPacking: 1 })
    expect(await codeOf(bytes)).toBe('pmtiles-directory')
  })

  it('covers other ground', () => {
    const facts = { fileName: 'a.pmtiles', boundsDegrees: [0, 0, 10, 10] } as const
    expect(coverageOf(facts, [5, 5, 15, 15])).toMatchObject({ ok: true, value: 0.25 })
    expect(coverageOf(facts, [10, 0, 12, 3])).toMatchObject({
      ok: false,
      issues: [{ code: 'pmtiles-elsewhere' }],
    })
  })
})

describe('a tile that cannot be read', () => {
  it('is damaged, and the others are not', async () => {
    const other = { ...TILE, column: 8 }
    const sound = anArchive({ tiles: [TILE, other] })
    const { tile } = await opened(changed(sound, (view) => view.setUint8(view.byteLength - 9, 7)))
    const found = [await tile(4, 7, 7), await tile(4, 8, 7)]
    expect(found.filter((each) => each === 'damaged')).toHaveLength(1)
    expect(found.filter((each) => typeof each !== 'string')).toHaveLength(1)
  })

  it('may unpack to more than a tile can hold', async () => {
    const bytes = new Uint8Array(MAX_TILE_BYTES + 1)
    const { tile } = await opened(anArchive({ tiles: [{ ...TILE, bytes }] }))
    expect(await tile(4, 7, 7)).toBe('damaged')
  })

  it('is not cut into layers, or ends within one', async () => {
    for (const bytes of [new TextEncoder().encode('<html>'), WATER.slice(0, -2)]) {
      const { tile } = await opened(anArchive({ tiles: [{ ...TILE, bytes }] }))
      expect(await tile(4, 7, 7)).toBe('damaged')
    }
  })

  it('is no picture, or one that is too large to unpack', async () => {
    const huge = pngOf(8, [0, 0, 0])
    new DataView(huge.buffer).setUint32(16, 60_000)
    for (const bytes of [huge, WATER]) {
      const { tile } = await opened(anArchive({ tiles: [{ ...TILE, bytes }], tileType: 2 }))
      expect(await tile(4, 7, 7)).toBe('damaged')
    }
  })

  it('has lost its file meanwhile', async () => {
    const bytes = anArchive()
    let isThere = true
    const { read, byteCount } = rangesOf(bytes)
    const ranges = {
      byteCount,
      read: (from: number, count: number) =>
        isThere ? read(from, count) : Promise.reject(new DOMException('gone', 'NotFoundError')),
    }
    const result = await openPmtiles('a.pmtiles', ranges)
    isThere = false
    expect(result.ok && (await result.value.tile(4, 7, 7))).toBe('damaged')
  })
})

describe('whatever was done to a file', () => {
  it('it opens or is refused with a code, quickly, and each tile is bytes or a word', async () => {
    const sound = [someBasemap(6), anArchive({ leafSize: 1, tilePacking: 1, internalPacking: 1 })]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sound),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
        fc.option(fc.nat(), { freq: 4 }),
        async (bytes, changes, end) => {
          const spoilt = bytes.slice(0, end === null ? bytes.length : end % bytes.length)
          // Half of the changes fall into header and directory, where they matter most.
          for (const [at, value] of changes) {
            const room = at % 2 === 0 ? Math.min(400, spoilt.length) : spoilt.length
            if (room > 0) spoilt[(at >> 1) % room] = value
          }
          const result = await openPmtiles('a.pmtiles', rangesOf(spoilt))
          if (!result.ok) {
            expect(result.issues[0]!.code).toMatch(/^pmtiles-/)
            return
          }
          for (const [zoom, column, row] of [
            [4, 7, 7],
            [5, 15, 15],
            [6, 30, 30],
          ] as const) {
            const tile = await result.value.tile(zoom, column, row)
            expect(tile instanceof Uint8Array || ['none', 'damaged'].includes(tile)).toBe(true)
          }
        },
      ),
      { numRuns: 400, seed: 11 },
    )
  })
})

describe('text in place of markup', () => {
  it('keeps the words', () => {
    expect(plainText('<a href="https://x.invalid" onclick="x()">&copy; OSM</a> &amp; others')).toBe(
      '© OSM & others',
    )
    expect(plainText('&#169; A &#x26; B \u202e\u0000C')).toBe('© A & B C')
    expect(plainText({ toString: () => 'x' })).toBe('')
    expect([...plainText('x'.repeat(500))]).toHaveLength(160)
  })

  it('never throws and never leaves a tag', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        expect(plainText(`<b>${words}</b>`)).not.toMatch(/<b>/)
      }),
    )
  })
})

describe('the size of a picture', () => {
  it('is told by its first bytes', () => {
    expect(imageSize(pngOf(16, [1, 2, 3]))).toEqual({ widthPixels: 16, heightPixels: 16 })
    const jpeg = Uint8Array.of(
      0xff,
      0xd8,
      0xff,
      0xe0,
      0,
      4,
      0,
      0,
      0xff,
      0xc0,
      0,
      9,
      8,
      1,
      0,
      2,
      0,
      1,
    )
    expect(imageSize(jpeg)).toEqual({ widthPixels: 512, heightPixels: 256 })
    const riff = (kind: string, rest: readonly number[]) =>
      Uint8Array.from([...`RIFF0000WEBP${kind}`].map((c) => c.charCodeAt(0)).concat(rest))
    expect(imageSize(riff('VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 255, 1, 0]))).toEqual({
      widthPixels: 256,
      heightPixels: 512,
    })
    expect(imageSize(riff('VP8L', [0, 0, 0, 0, 0x2f, 255, 192, 63, 0]))).toEqual({
      widthPixels: 256,
      heightPixels: 256,
    })
    expect(imageSize(riff('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 0, 1, 0, 2]))).toEqual({
      widthPixels: 256,
      heightPixels: 512,
    })
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (rest) => {
        imageSize(Uint8Array.of(0xff, 0xd8, 0xff, ...rest))
        imageSize(riff('VP8L', [...rest]))
      }),
    )
  })
})
