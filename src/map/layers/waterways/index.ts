import type { FeatureCollection } from 'geojson'
import { type Columns, textsOf } from '#core/columns/columns.ts'
import { waterBarriersOf } from '#core/columns/water-columns.ts'
import { operationOf } from '#core/document.ts'
import { BARRIER_METRES } from '#core/records/waterway.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { aged } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import { heldDatasets } from '../dataset-columns.ts'
import type { LayerType } from '../layer-type.ts'
import { ageIn } from '../scene-age.ts'
import { shapeFeatures } from '../shape-features.ts'
import { waterStyle } from './water-style.ts'

/** Rivers and lakes, under the roads: what nobody walks across drawn firmly, what is waded faintly. */
export const WATERWAYS: LayerType = {
  id: 'waterways',
  restsOn: LAYER_BASES.waterways,
  title: 'Rivers and lakes',
  group: 'Base',
  isVisibleAtFirst: () => true,
  opacityShareAtFirst: 1,
  draw: () => [],
  style: (scene, opacityShare) =>
    waterStyle({
      water: waterFeatures(barrierMetresOf(scene), ...columnsOf(scene)),
      theme: scene.theme,
      scale: scene.scale,
      opacityShare,
      freshness: ageIn(scene, WATERWAYS.restsOn).freshness,
    }),
  legend: (scene) => {
    const barrierMetres = barrierMetresOf(scene)
    const { features } = waterFeatures(barrierMetres, ...columnsOf(scene))
    if (features.length === 0) return null
    const barrierCount = features.filter(({ properties }) => properties?.['isBarrier']).length
    const { freshness } = ageIn(scene, WATERWAYS.restsOn)
    const { river, stream } = BASEMAP_INKS[scene.theme]
    const inks = { river: aged(river, freshness), stream: aged(stream, freshness) }
    const line = (label: string, color: string, count: number) => ({
      label,
      swatch: { shape: 'line' as const, color },
      count,
      peopleCount: null,
    })
    return {
      swatch: { shape: 'line', color: inks.river },
      counts: { inView: null, all: features.length },
      ramp: null,
      lines: [
        line(`Not waded: river, lake, or ${barrierMetres} m wide`, inks.river, barrierCount),
        line('Waded', inks.stream, features.length - barrierCount),
      ].filter(({ count }) => count > 0),
    }
  },
  facts: () => null,
}

function barrierMetresOf({ document }: Scene): number {
  return operationOf(document).waterBarrierMetres ?? BARRIER_METRES
}

function columnsOf(scene: Scene): Columns[] {
  return heldDatasets(scene, 'waterways').map(({ columns }) => columns)
}

const waterFeatures = remembered(
  (barrierMetres: number, ...all: readonly Columns[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: all.flatMap((columns) => {
      const isBarrier = waterBarriersOf(columns, barrierMetres)
      const names = textsOf(columns, 'name')
      return shapeFeatures(columns, (row) => ({ name: names[row]!, isBarrier: isBarrier(row) }))
    }),
  }),
)
