import type { Ground } from '#analysis/ground.ts'
import { type NetworkReport, networkReport } from '#analysis/reach/network-report.ts'
import { grouped } from '#core/figures.ts'
import { ROAD_SURFACES } from '#core/records/road.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { BASEMAP_INKS } from '../../basemap/basemap-inks.ts'
import { aged } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Scene } from '../../scene.ts'
import type { LayerType } from '../layer-type.ts'
import { ageIn } from '../scene-age.ts'
import { roadCounts, roadDatasets, roadLines } from './road-lines.ts'
import { roadsStyle } from './roads-style.ts'

const NAMES = { paved: 'paved', gravel: 'gravel', earth: 'earth, dry season' } as const

/** The roads that travel times are worked out on; a hatched band where their status is stale. */
export const ROADS: LayerType = {
  id: 'roads',
  restsOn: LAYER_BASES.roads,
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
      opacityShare,
      freshness: ageIn(scene, ROADS.restsOn).freshness,
    }),
  legend: (scene) => {
    const lines = roadLines(...columnsOf(scene))
    if (lines.features.length === 0) return null
    const counts = roadCounts(lines)
    const { freshness } = ageIn(scene, ROADS.restsOn)
    const { paved, track } = BASEMAP_INKS[scene.theme]
    const inks = { paved: aged(paved, freshness), track: aged(track, freshness) }
    return {
      swatch: { shape: 'line', color: inks.paved },
      counts: { inView: null, all: lines.features.length },
      ramp: null,
      lines: [
        ...ROAD_SURFACES.filter((each) => counts[each] > 0).map((each) => ({
          label: NAMES[each],
          swatch: {
            shape: each === 'earth' ? ('dashed' as const) : ('line' as const),
            color: each === 'paved' ? inks.paved : inks.track,
          },
          count: counts[each],
          peopleCount: null,
        })),
        ...(scene.ground ? networkLines(networkOn(scene.ground), inks.track) : []),
      ],
    }
  },
  facts: () => null,
}

const networkOn = remembered((ground: Ground) => networkReport(ground))

/** What hangs together with nothing, and what was joined. */
function networkLines({ parts, joinCount, longestJoinMetres }: NetworkReport, color: string) {
  const apart = parts.slice(1)
  const kilometres = apart.reduce((sum, part) => sum + part.kilometres, 0)
  const swatch = { shape: 'line' as const, color }
  return [
    {
      label: `Parts joined to no other road, ${grouped(kilometres)} km`,
      swatch,
      count: apart.length,
      peopleCount: apart.reduce((sum, part) => sum + part.peopleCount, 0),
    },
    {
      label: `Ends joined over gaps, ${grouped(longestJoinMetres)} m at most`,
      swatch,
      count: joinCount,
      peopleCount: null,
    },
  ].filter(({ count }) => count > 0)
}

function columnsOf({ document, columns }: Scene) {
  return roadDatasets(document).flatMap(({ id }) => columns.get(id) ?? [])
}
