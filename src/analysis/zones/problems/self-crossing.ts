import { extentOf, selfCrossings } from '#core/geo/polygon.ts'
import type { GroundKind } from './problem.ts'

/** A border that crosses itself: what lies within cannot be told. */
export const SELF_CROSSING: GroundKind = {
  kind: 'selfCrossing',
  find: ({ zones }) =>
    zones.flatMap((zone) => {
      const figure = selfCrossings(zone.outline).length
      if (figure === 0) return []
      return [
        {
          id: `selfCrossing:${zone.id}`,
          kind: 'selfCrossing',
          severity: 'bad' as const,
          zoneId: zone.id,
          sentence: 'Its border crosses itself',
          figure,
          unit: 'crossings' as const,
          extent: extentOf([zone.outline]),
        },
      ]
    }),
}
