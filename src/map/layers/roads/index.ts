import { operationOf } from '#core/document.ts'
import { ROAD_SURFACES } from '#core/records/road.ts'
import { freshnessOf } from '#core/time/freshness.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import type { Scene } from '../../scene.ts'
import type { LayerType } from '../layer-type.ts'
import { roadCounts, roadDatasets, roadLines } from './road-lines.ts'
import { roadsStyle } from './roads-style.ts'

/** How much of its ink a stale road network keeps. */
const STALE_SHARE = 0.5

const NAMES = { paved: 'paved', gravel: 'gravel', earth: 'earth, dry season' } as const

/** The roads that travel times are worked out on; drawn faded when their status is stale. */
export const ROADS: LayerType = {
  id: 'roads',
  title: 'Roads and tracks',
  group: 'Base',
  isVisibleAtFirst: () => true,
  opacityShareAtFirst: 0.7,
  draw: () => [],
  style: (scene, opacityShare) =>
    roadsStyle({
      lines: roadLines(...columnsOf(scene)),
      theme: scene.theme,
      scale: scene.scale,
      opacityShare: isStale(scene) ? opacityShare * STALE_SHARE : opacityShare,
    }),
  legend: (scene) => {
    const datasets = roadDatasets(scene.document)
    const lines = roadLines(...columnsOf(scene))
    if (lines.features.length === 0) return null
    const counts = roadCounts(lines)
    const inks = BASEMAP_INKS[scene.theme]
    return {
      swatch: { shape: 'line', color: inks.paved },
      counts: { inView: null, all: lines.features.length },
      asOf: datasets[0]?.asOf ?? null,
      expectedEveryHours: datasets[0]?.expectedEveryHours ?? null,
      ramp: null,
      lines: ROAD_SURFACES.filter((each) => counts[each] > 0).map((each) => ({
        label: NAMES[each],
        swatch: {
          shape: each === 'earth' ? 'dashed' : 'line',
          color: each === 'paved' ? inks.paved : inks.track,
        },
        count: counts[each],
        peopleCount: null,
      })),
    }
  },
  facts: () => null,
}

function columnsOf({ document, columns }: Scene) {
  return roadDatasets(document).flatMap(({ id }) => columns.get(id) ?? [])
}

function isStale({ document }: Scene): boolean {
  const [latest] = roadDatasets(document)
  if (!latest) return false
  const { planningAt } = operationOf(document)
  return freshnessOf(latest.asOf, latest.expectedEveryHours, planningAt) === 'stale'
}
