import { polygonHolds } from '#core/geo/polygon.ts'
import { prepareOutline } from '../../cells/prepared-outline.ts'
import { KIND_WORDS, levelsOf } from './levels.ts'
import type { GroundKind } from './problem.ts'

/** Communities with people that no zone of a level has, all of a level together. */
export const UNASSIGNED: GroundKind = {
  kind: 'unassigned',
  find: ({ ground, zones }) =>
    levelsOf(zones)
      .filter(({ kind }) => kind !== 'patrolBox')
      .flatMap(({ key, kind, within, zones: members }) => {
        const outlines = members.map(({ outline }) => prepareOutline(outline))
        let [west, south, east, north] = [180, 90, -180, -90]
        let [count, people] = [0, 0]
        let largest = -1
        for (let i = 0; i < ground.communityIds.length; i++) {
          const lon = ground.communityLonDegrees[i]!
          const lat = ground.communityLatDegrees[i]!
          if (!(ground.communityPeopleCount[i]! > 0) || ground.communityCell[i]! < 0) continue
          if (within && !polygonHolds(within.outline, lon, lat)) continue
          if (outlines.some(({ holds }) => holds(lon, lat))) continue
          count++
          people += ground.communityPeopleCount[i]!
          west = Math.min(west, lon)
          east = Math.max(east, lon)
          south = Math.min(south, lat)
          north = Math.max(north, lat)
          const isLarger =
            largest < 0 || ground.communityPeopleCount[i]! > ground.communityPeopleCount[largest]!
          if (isLarger) largest = i
        }
        if (count === 0) return []
        const name = ground.communityNames[largest]!
        const others = count === 1 ? '' : ` and ${count - 1} ${count === 2 ? 'other' : 'others'}`
        return [
          {
            id: `unassigned:${key}`,
            kind: 'unassigned',
            severity: 'bad' as const,
            zoneId: within?.id ?? null,
            sentence: `${name}${others} in no ${KIND_WORDS[kind]}`,
            figure: people,
            unit: 'people' as const,
            extent: [west, south, east, north] as const,
          },
        ]
      }),
}
