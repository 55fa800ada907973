import type { FeatureCollection } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import { type Columns, labelAt } from '#core/columns/columns.ts'
import {
  LAND_COVERS,
  type LandCover,
  WALKING_KILOMETRES_PER_HOUR,
} from '#core/records/land-cover.ts'
import type { Freshness } from '#core/time/freshness.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { agedRamp } from '../../palette.ts'
import { remembered, rememberedParts } from '../../remembered.ts'
import type { Scene, Theme } from '../../scene.ts'
import { heldDatasets } from '../dataset-columns.ts'
import type { LayerType, StylePart } from '../layer-type.ts'
import { ageIn } from '../scene-age.ts'
import { shapeFeatures } from '../shape-features.ts'

const NAMES: Readonly<Record<LandCover, string>> = {
  bare: 'Built-up or bare',
  grass: 'Grass or crops',
  shrub: 'Shrub',
  forest: 'Forest',
  wetland: 'Wetland',
  water: 'Water',
}

/** Muted, so that lines and marks are read over them. */
const INKS: Readonly<Record<Theme, Readonly<Record<LandCover, string>>>> = {
  light: {
    bare: '#d8cdb8',
    grass: '#dfe3b4',
    shrub: '#c3cf9c',
    forest: '#93b08a',
    wetland: '#a8c6c0',
    water: '#b6cfd8',
  },
  dark: {
    bare: '#4a443a',
    grass: '#454a30',
    shrub: '#38472f',
    forest: '#274030',
    wetland: '#2c4848',
    water: '#1d3440',
  },
}

/** What slows people off the road, and to what: the speeds that travel times are worked out with. */
export const LAND_COVER: LayerType = {
  id: 'land-cover',
  restsOn: LAYER_BASES['land-cover'],
  title: 'Land cover',
  group: 'Base',
  isVisibleAtFirst: () => false,
  opacityShareAtFirst: 0.6,
  draw: () => [],
  style: (scene, opacityShare) =>
    coverStyle({
      cover: coverFeatures(...columnsOf(scene)),
      inks: inksIn(scene),
      opacityShare,
    }),
  legend: (scene) => {
    const { features } = coverFeatures(...columnsOf(scene))
    if (features.length === 0) return null
    const counts = new Map<string, number>()
    for (const { properties } of features) {
      const cover = String(properties?.['cover'])
      counts.set(cover, (counts.get(cover) ?? 0) + 1)
    }
    const inks = inksIn(scene)
    return {
      swatch: { shape: 'square', color: inks.forest },
      counts: { inView: null, all: features.length },
      ramp: null,
      lines: LAND_COVERS.filter((cover) => counts.has(cover)).map((cover) => ({
        label: `${NAMES[cover]}, ${onFoot(cover)}`,
        swatch: { shape: 'square', color: inks[cover] },
        count: counts.get(cover) ?? 0,
        peopleCount: null,
      })),
    }
  },
  facts: () => null,
}

type Inks = Readonly<Record<LandCover, string>>

function inksIn(scene: Scene): Inks {
  return agedInks(INKS[scene.theme], ageIn(scene, LAND_COVER.restsOn).freshness)
}

/** Only hue tells covers apart, so some of it stays. */
const agedInks = remembered((inks: Inks, freshness: Freshness): Inks => {
  const colors = agedRamp(Object.values(inks), freshness)
  const entries = Object.keys(inks).map((cover, i) => [cover, colors[i]])
  return Object.fromEntries(entries) as Inks
})

function onFoot(cover: LandCover): string {
  const speed = WALKING_KILOMETRES_PER_HOUR[cover]
  return speed > 0 ? `${speed} km/h on foot` : 'nobody walks'
}

function columnsOf(scene: Scene): Columns[] {
  return heldDatasets(scene, 'landCover').map(({ columns }) => columns)
}

const coverFeatures = remembered(
  (...all: readonly Columns[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: all.flatMap((columns) => {
      const covers = columns.fields['cover']
      if (covers?.type !== 'category') return []
      return shapeFeatures(columns, (row) => ({ cover: labelAt(covers, row) ?? 'grass' }))
    }),
  }),
)

type Look = {
  readonly cover: FeatureCollection
  readonly inks: Inks
  readonly opacityShare: number
}

const coverStyle = rememberedParts(({ cover, inks, opacityShare }: Look): StylePart => {
  const color: ExpressionSpecification = [
    'match',
    ['get', 'cover'],
    'bare',
    inks.bare,
    'shrub',
    inks.shrub,
    'forest',
    inks.forest,
    'wetland',
    inks.wetland,
    'water',
    inks.water,
    inks.grass,
  ]
  return {
    sources: { 'land-cover': cover },
    lines: [
      {
        id: 'land-cover/fill',
        type: 'fill',
        source: 'land-cover',
        paint: { 'fill-color': color, 'fill-opacity': opacityShare, 'fill-antialias': false },
      },
    ],
    labels: [],
  }
})
