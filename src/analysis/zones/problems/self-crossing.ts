import { faultIn } from '#core/geo/overlay/soundness.ts'
import type { GroundKind } from './problem.ts'

const LOOK_DEGREES = 0.02

/** A border that crosses itself: what lies within cannot be told. */
export const SELF_CROSSING: GroundKind = {
  kind: 'selfCrossing',
  find: ({ zones }) =>
    zones.flatMap((zone) => {
      const fault = faultIn(zone.outline)
      if (!fault) return []
      const [lon, lat] = fault
      return [
        {
          id: `selfCrossing:${zone.id}`,
          kind: 'selfCrossing',
          severity: 'bad' as const,
          zoneId: zone.id,
          sentence: 'Its border crosses itself',
          figure: Number.NaN,
          unit: '' as const,
          extent: [
            lon - LOOK_DEGREES,
            lat - LOOK_DEGREES,
            lon + LOOK_DEGREES,
            lat + LOOK_DEGREES,
          ] as const,
        },
      ]
    }),
}
