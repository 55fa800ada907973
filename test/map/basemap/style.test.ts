import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { ANCHORS, deckGroupId } from '#map/basemap/anchors.ts'
import { applyStyle, type StyledMap } from '#map/basemap/apply-style.ts'
import { EMPTY_STYLE, mapStyle } from '#map/basemap/map-style.ts'
import type { BasemapTiles } from '#map/basemap/tiles/basemap-tiles.ts'
import { LAYER_TYPES } from '#map/layers/registry.ts'
import type { Basemap } from '#map/map-props.ts'
import type { Scene } from '#map/scene.ts'
import { aBox } from '#support/build.ts'
import { aScene } from '../a-scene.ts'

const NONE: FeatureCollection<never> = { type: 'FeatureCollection', features: [] }

const BASEMAP: Basemap = {
  land: {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: 'Testland', rank: 'country' },
        geometry: {
          type: 'MultiPolygon',
          coordinates: [aBox([-9.6, 6.4], 0.6)] as unknown as number[][][][],
        },
      },
    ],
  },
  borders: NONE,
  labels: NONE,
  attributions: ['© Nobody'],
}

const TILES: BasemapTiles = {
  id: '1',
  facts: {
    fileName: 'a.pmtiles',
    name: 'A',
    attribution: '',
    tileKind: 'vector',
    minZoom: 0,
    maxZoom: 9,
    boundsDegrees: [-12, 4, -7, 9],
    layerNames: ['earth', 'water', 'roads', 'places'],
    tilePixels: 512,
    byteCount: 1000,
  },
  tile: async () => 'none',
  onDamagedTile: () => {},
}

const BASE = [
  { id: 'county-borders', opacityShare: 0.6 },
  { id: 'roads', opacityShare: 0.7 },
  { id: 'towns', opacityShare: 1 },
]

function styleOf(
  scene: Scene,
  shown = BASE,
  basemap: Basemap | null = BASEMAP,
  tiles: BasemapTiles | null = null,
) {
  return mapStyle({ scene, shown, basemap, tiles, types: LAYER_TYPES, rest: null })
}

/** A map that only keeps its layers and what was done to it. */
function aMap(ids: readonly string[] = EMPTY_STYLE.layers.map(({ id }) => id)) {
  const layers = [...ids]
  const sources = new Map<string, { data: unknown; setData(data: unknown): void }>()
  const done: string[] = []
  const put = (id: string, before?: string) => {
    if (before !== undefined && !layers.includes(before)) throw new Error(`no layer ${before}`)
    layers.splice(before === undefined ? layers.length : layers.indexOf(before), 0, id)
  }
  const take = (id: string) => {
    if (!layers.includes(id)) throw new Error(`no layer ${id}`)
    layers.splice(layers.indexOf(id), 1)
  }
  const map = {
    addSource: (id: string, source: { data: unknown }) => {
      const kept = {
        data: source.data,
        setData: (data: unknown) => {
          done.push(`data ${id}`)
          kept.data = data
        },
      }
      sources.set(id, kept)
    },
    getSource: (id: string) => sources.get(id),
    removeSource: (id: string) => sources.delete(id),
    addLayer: (layer: LayerSpecification, before?: string) => {
      done.push(`add ${layer.id}`)
      put(layer.id, before)
    },
    getLayer: (id: string) => (layers.includes(id) ? { id } : undefined),
    removeLayer: (id: string) => {
      done.push(`remove ${id}`)
      take(id)
    },
    moveLayer: (id: string, before?: string) => {
      take(id)
      put(id, before)
    },
    setPaintProperty: (id: string, key: string) => done.push(`${id} ${key}`),
    setLayoutProperty: (id: string, key: string) => done.push(`${id} ${key}`),
    setFilter: (id: string) => done.push(`${id} filter`),
    setLayerZoomRange: (id: string) => done.push(`${id} zoom`),
  } as unknown as StyledMap
  return { map, layers, sources, done }
}

describe('the style of a scene', () => {
  it('lies land, surfaces, lines, marks, names from the bottom up', () => {
    const ids = styleOf(aScene()).layers.map(({ id }) => id)
    const at = (id: string) => ids.indexOf(id)
    expect(at('water')).toBe(0)
    expect(at('country')).toBeLessThan(at(ANCHORS.surfaces))
    expect(at(ANCHORS.surfaces)).toBeLessThan(at('county-borders'))
    expect(at('county-borders')).toBeLessThan(at('roads/paved'))
    expect(at('frontier')).toBeLessThan(at(ANCHORS.marks))
    expect(at('towns/capital')).toBeLessThan(at(ANCHORS.marks))
    expect(at(ANCHORS.marks)).toBeLessThan(at('name-country'))
    expect(at('name-country')).toBeLessThan(at('towns/capital-names'))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has a source for each layer that needs one', () => {
    const { sources, layers } = styleOf(aScene())
    const wanted = layers.flatMap((layer) => ('source' in layer ? [layer.source as string] : []))
    expect(new Set(wanted)).toEqual(new Set(Object.keys(sources)))
  })

  it('draws the areas as land where no package has the country, and no sea that nobody knows of', () => {
    const { layers, sources } = styleOf(aScene(), BASE, null)
    expect(sources['land']?.features).toHaveLength(1)
    expect(layers.some(({ id }) => id === 'frontier')).toBe(false)
    const [ground] = layers
    expect(ground?.type === 'background' && ground.paint?.['background-color']).not.toBe(
      styleOf(aScene()).layers[0]?.type === 'background' && '#dde7ea',
    )
  })

  it('keeps its parts while the scene keeps its own', () => {
    const scene = aScene()
    const before = styleOf(scene)
    const after = styleOf({ ...scene, selection: { type: 'cell', cell: 1 } })
    expect(after.layers.every((layer, i) => layer === before.layers[i])).toBe(true)
    expect(after.sources['towns']).toBe(before.sources['towns'])
  })

  it('multiplies opacity into every layer of a type', () => {
    const [line] = styleOf(aScene(), [{ id: 'county-borders', opacityShare: 0.3 }]).layers.filter(
      ({ id }) => id === 'county-borders',
    )
    expect(line?.type === 'line' && line.paint?.['line-opacity']).toBe(0.3)
  })
})

describe('bringing a map to a style', () => {
  it('gives it the layers in their order, round what deck.gl put there', () => {
    const groups = [deckGroupId(ANCHORS.surfaces), deckGroupId(ANCHORS.marks)] as const
    const at = aMap([groups[0], ANCHORS.surfaces, groups[1], ANCHORS.marks, 'td-polygon'])
    const style = styleOf(aScene())
    applyStyle(at.map, EMPTY_STYLE, style)
    const own = at.layers.filter((id) => !id.startsWith('deck') && id !== 'td-polygon')
    expect(own).toEqual(style.layers.map(({ id }) => id))
    expect(at.layers.indexOf(groups[0])).toBe(at.layers.indexOf(ANCHORS.surfaces) - 1)
    expect(at.layers.indexOf(groups[1])).toBe(at.layers.indexOf(ANCHORS.marks) - 1)
  })

  it('does nothing when nothing differs', () => {
    const at = aMap()
    const scene = aScene()
    applyStyle(at.map, EMPTY_STYLE, styleOf(scene))
    at.done.length = 0
    applyStyle(at.map, styleOf(scene), styleOf(scene))
    expect(at.done).toEqual([])
  })

  it('changes a theme by its paint alone', () => {
    const at = aMap()
    const scene = aScene()
    const light = styleOf(scene)
    applyStyle(at.map, EMPTY_STYLE, light)
    at.done.length = 0
    applyStyle(at.map, light, styleOf({ ...scene, theme: 'dark' }))
    expect(at.done).toContain('water background-color')
    expect(at.done.every((step) => !/^(add|remove|data)/.test(step))).toBe(true)
  })

  it('takes a type away and puts it back where it was', () => {
    const at = aMap()
    const scene = aScene()
    const all = styleOf(scene)
    const some = styleOf(
      scene,
      BASE.filter(({ id }) => id !== 'county-borders'),
    )
    applyStyle(at.map, EMPTY_STYLE, all)
    const before = [...at.layers]
    applyStyle(at.map, all, some)
    expect(at.layers).not.toContain('county-borders')
    expect(at.sources.has('county-borders')).toBe(false)
    applyStyle(at.map, some, all)
    expect(at.layers).toEqual(before)
  })

  it('follows a new order', () => {
    const at = aMap()
    const scene = aScene()
    const first = styleOf(scene)
    const turned = styleOf(scene, [...BASE].reverse())
    applyStyle(at.map, EMPTY_STYLE, first)
    applyStyle(at.map, first, turned)
    expect(at.layers).toEqual(turned.layers.map(({ id }) => id))
  })

  it('puts tiles over the land and under all of the operation, and takes them away again', () => {
    const at = aMap()
    const scene = aScene()
    const plain = styleOf(scene)
    const tiled = styleOf(scene, BASE, BASEMAP, TILES)
    applyStyle(at.map, EMPTY_STYLE, plain)
    const before = [...at.layers]
    applyStyle(at.map, plain, tiled)
    expect(at.layers).toEqual(tiled.layers.map(({ id }) => id))
    const place = (id: string) => at.layers.indexOf(id)
    expect(place('tiles-1/water/water')).toBeGreaterThan(place('country'))
    expect(place('tiles-1/water/water')).toBeLessThan(place(ANCHORS.surfaces))
    expect(place('tiles-1/major-road/roads')).toBeLessThan(place('county-borders'))
    expect(place('tiles-1/place/places')).toBeLessThan(place('towns/capital-names'))
    expect(at.sources.has('tiles-1')).toBe(true)
    applyStyle(at.map, tiled, styleOf(scene, BASE, BASEMAP, { ...TILES, id: '2' }))
    expect([at.sources.has('tiles-1'), at.sources.has('tiles-2')]).toEqual([false, true])
    applyStyle(at.map, styleOf(scene, BASE, BASEMAP, { ...TILES, id: '2' }), plain)
    expect(at.layers).toEqual(before)
    expect([...at.sources.keys()].filter((id) => id.startsWith('tiles'))).toEqual([])
  })
})
