import { type GeoJSONSourceSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import type { ArchiveFacts } from '#formats/pmtiles/archive-facts.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import { tileAddress, tileAt } from '#map/basemap/tiles/serve-tiles.ts'
import { tilesStyle } from '#map/basemap/tiles/tiles-style.ts'

const FACTS: ArchiveFacts = {
  fileName: 'a.pmtiles',
  name: 'A',
  attribution: '© A',
  tileKind: 'vector',
  minZoom: 0,
  maxZoom: 14,
  boundsDegrees: [-12, 4, -7, 9],
  layerNames: ['earth', 'landuse', 'water', 'roads', 'boundaries', 'places'],
  tilePixels: 512,
  byteCount: 1000,
}

function someTiles(
  facts: Partial<ArchiveFacts> = {},
  tile: BasemapTiles['tile'] = async () => 'none',
) {
  const told: string[] = []
  const tiles: BasemapTiles = {
    id: 'x y',
    facts: { ...FACTS, ...facts },
    tile,
    onDamagedTile: () => told.push('damaged'),
  }
  return { tiles, told }
}

const NO_LAND: GeoJSONSourceSpecification = {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
}

const LOOK = { hasCountry: true, hasAreas: true, theme: 'light', scale: 1 } as const

function layersOf(style: ReturnType<typeof tilesStyle>) {
  return [...style.ground, ...style.lines, ...style.labels]
}

describe('the style of tiles', () => {
  it('is one that MapLibre takes, in both themes and for every naming', () => {
    const openMapTiles = ['water', 'waterway', 'landcover', 'transportation', 'boundary', 'place']
    for (const theme of ['light', 'dark'] as const) {
      for (const facts of [
        {},
        { layerNames: openMapTiles },
        { layerNames: null },
        { tileKind: 'raster', layerNames: [] } as const,
      ]) {
        for (const isKnown of [true, false]) {
          const look = { ...LOOK, theme, hasCountry: isKnown, hasAreas: isKnown }
          const style = tilesStyle({ ...look, tiles: someTiles(facts).tiles })
          const geojson = Object.entries(style.sources).map(
            ([id, data]) => [id, { type: 'geojson' as const, data }] as const,
          )
          const faults = validateStyleMin({
            version: 8,
            sources: { land: NO_LAND, ...Object.fromEntries(geojson), ...style.tileSources },
            layers: layersOf(style),
          })
          // Names are drawn with the faces of the page: there are no glyphs to ask for.
          expect(faults.filter(({ message }) => !message.includes('glyphs'))).toEqual([])
        }
      }
    }
  })

  it('asks no host for anything', () => {
    const style = tilesStyle({ ...LOOK, tiles: someTiles().tiles })
    expect(JSON.stringify(style)).not.toMatch(/https?:|glyphs|sprite/)
    expect(style.tileSources['tiles-x y']).toMatchObject({
      tiles: ['commonground-tiles://x%20y/{z}/{x}/{y}'],
      bounds: [-12, 4, -7, 9],
    })
  })

  it('draws no border twice', () => {
    const borders = (look: { hasCountry: boolean; hasAreas: boolean }) =>
      tilesStyle({ ...LOOK, ...look, tiles: someTiles().tiles })

        .lines.map(({ id }) => id)
        .filter((id) => id.includes('border'))
    expect(borders({ hasCountry: true, hasAreas: true })).toEqual([])
    expect(borders({ hasCountry: false, hasAreas: false })).toHaveLength(2)
  })

  it('lies on land where the tiles have none of their own', () => {
    const ground = (layerNames: readonly string[]) => {
      const [first] = tilesStyle({ ...LOOK, tiles: someTiles({ layerNames }).tiles }).ground
      return first?.type === 'fill' ? first.paint?.['fill-color'] : null
    }
    expect(ground(['water', 'transportation'])).toBe('#f4f2ec')
    expect(ground(['earth', 'water'])).toBe('#dde7ea')
    expect(
      tilesStyle({ ...LOOK, tiles: someTiles({ layerNames: ['roads'] }).tiles }).ground,
    ).toEqual([])
  })

  it('is nothing without tiles, and the same object while nothing changes', () => {
    expect(layersOf(tilesStyle({ ...LOOK, tiles: null }))).toEqual([])
    const { tiles } = someTiles()
    expect(tilesStyle({ ...LOOK, tiles })).toBe(tilesStyle({ ...LOOK, tiles }))
  })
})

describe('serving tiles', () => {
  const urlOf = (id: string) => tileAddress(id).replace('{z}/{x}/{y}', '4/7/8')

  it('gives the bytes of the tile that is asked for', async () => {
    const asked: number[][] = []
    const { tiles } = someTiles({}, async (...at) => {
      asked.push(at)
      return Uint8Array.of(1, 2)
    })
    expect(new Uint8Array(await tileAt(tiles, urlOf('x y')))).toEqual(Uint8Array.of(1, 2))
    expect(asked).toEqual([[4, 7, 8]])
  })

  it('gives no bytes for what is missing, damaged or of another file, and tells of damage', async () => {
    for (const word of ['none', 'damaged'] as const) {
      const { tiles, told } = someTiles({}, async () => word)
      expect((await tileAt(tiles, urlOf('x y'))).byteLength).toBe(0)
      expect((await tileAt(tiles, urlOf('other'))).byteLength).toBe(0)
      expect((await tileAt(tiles, 'commonground-tiles://nonsense')).byteLength).toBe(0)
      expect(told).toEqual(word === 'damaged' ? ['damaged'] : [])
    }
  })
})
