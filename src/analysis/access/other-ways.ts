import { metresBetween } from '#core/geo/distance.ts'
import type { LonLat } from '#core/place.ts'
import type { Vehicle } from '#core/records/vehicle.ts'
import { cellAnchors } from '../reach/cell-anchors.ts'
import type { AccessFacts } from './access-facts.ts'
import type { CutOff } from './cut-off.ts'

/** How a cell that is cut off can be got to all the same, as things are. */
export type OtherWay = {
  readonly vehicle: Vehicle
  readonly minutes: number
  /** Of a flight, the start that it takes so long from. */
  readonly from: LonLat | null
}

/**
 * Finds on foot, by each lighter vehicle (the heaviest first) and by air, what reaches cells that are
 * cut off from the usual vehicle. A question to the router for each vehicle, and for each start that a
 * flight may begin from.
 */
export function otherWays(
  { router, present }: Pick<CutOff, 'router' | 'present'>,
  facts: AccessFacts,
  vehicles: readonly Vehicle[],
): (cell: number) => readonly OtherWay[] {
  const anchors = cellAnchors(facts.ground)
  const others = instead(facts.vehicle, vehicles).map((vehicle) => {
    const travel = router.under(present, vehicle)
    return {
      vehicle,
      travel,
      minutes: travel.toCells(facts.starts),
      apart: new Map<LonLat, Float64Array>(),
    }
  })
  return (cell) =>
    others.flatMap(({ vehicle, travel, minutes, apart }) => {
      if (Number.isNaN(minutes[cell]!)) return []
      const way = { vehicle, minutes: minutes[cell]! }
      if (vehicle.mode !== 'air') return [{ ...way, from: null }]
      const anchor: LonLat = [anchors.lonDegrees[cell]!, anchors.latDegrees[cell]!]
      const nearestFirst = facts.starts.toSorted(
        (a, b) => metresBetween(a, anchor) - metresBetween(b, anchor),
      )
      const from = nearestFirst.find((start) => {
        const alone = apart.get(start) ?? travel.toCells([start])
        apart.set(start, alone)
        return alone[cell] === minutes[cell]
      })
      return [{ ...way, from: from ?? null }]
    })
}

/** What may get through where a vehicle does not. */
function instead(vehicle: Vehicle, vehicles: readonly Vehicle[]): readonly Vehicle[] {
  const first = (mode: Vehicle['mode']) =>
    vehicle.mode === mode ? [] : vehicles.filter((each) => each.mode === mode).slice(0, 1)
  const lighter =
    vehicle.mode === 'road'
      ? vehicles.filter(
          ({ mode, massTonnes }) => mode === 'road' && massTonnes < vehicle.massTonnes,
        )
      : []
  return [
    ...first('foot'),
    ...lighter.toSorted((a, b) => b.massTonnes - a.massTonnes),
    ...first('air'),
  ]
}
