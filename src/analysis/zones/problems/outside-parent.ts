import { extentOf } from '#core/geo/polygon.ts'
import { groundOutside } from '#core/zoning/ground-outside.ts'
import { LEAST_SQUARE_KILOMETRES } from './coverage.ts'
import type { GroundKind } from './problem.ts'

/** A zone that reaches out of the one that it is part of. */
export const OUTSIDE_PARENT: GroundKind = {
  kind: 'outsideParent',
  find: ({ zones }) => {
    const byId = new Map(zones.map((zone) => [zone.id, zone]))
    return zones.flatMap((zone) => {
      const parent = byId.get(zone.parentId ?? '')
      if (!parent) return []
      const figure = groundOutside(zone.outline, parent.outline)
      if (figure < LEAST_SQUARE_KILOMETRES) return []
      return [
        {
          id: `outsideParent:${zone.id}`,
          kind: 'outsideParent',
          severity: 'bad' as const,
          zoneId: zone.id,
          sentence: `Reaches out of ${parent.name}`,
          figure,
          unit: 'km²' as const,
          extent: extentOf([zone.outline]),
        },
      ]
    })
  },
}
