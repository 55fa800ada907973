import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsByStep } from '#analysis/incidents/counts-by-step.ts'
import { placeIncidents } from '#analysis/incidents/incident-cells.ts'
import { incidentPlane } from '#analysis/incidents/incident-plane.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { incidentColumns, NOW_MINUTES, twoCounties } from '../small-ground.ts'

describe('incidentPlane', () => {
  it('keeps distances, and gives what is known loosely no place', () => {
    const { grid } = twoCounties()
    const incidents = placeIncidents(grid, [
      incidentColumns([
        { at: [-9.4, 6.5], ageDays: 3 },
        { at: [-9.2, 6.7], ageDays: 9 },
        { at: [-9.3, 6.6], ageDays: 9, positionErrorMetres: 8000 },
      ]),
    ])
    const { east, north, occurredEpochMinutes } = incidentPlane(incidents, [-9.3, 6.6], 500)
    const apart = Math.hypot(east[1]! - east[0]!, north[1]! - north[0]!)
    expect(apart / metresBetweenDegrees(-9.4, 6.5, -9.2, 6.7)).toBeCloseTo(1, 3)
    expect([east[2], north[2]]).toEqual([Number.NaN, Number.NaN])
    expect(occurredEpochMinutes[0]).toBe(NOW_MINUTES - 3 * 1440)
  })
})

describe('countsByStep', () => {
  const incident = fc.tuple(fc.integer({ min: -1, max: 3 }), fc.integer({ min: -5, max: 40 }))

  it('has every incident in one step, or in none where it is outside', () => {
    fc.assert(
      fc.property(fc.array(incident, { maxLength: 30 }), (list) => {
        const steps = countsByStep(
          {
            cell: Int32Array.from(list, ([cell]) => cell),
            occurredEpochMinutes: Float64Array.from(list, ([, ago]) => 99_000 - ago * 1440),
          },
          { cellCount: 4, untilEpochMinutes: 99_000, stepDays: 7, stepCount: 4 },
        )
        steps.forEach((counts, step) => {
          counts.forEach((count, cell) => {
            // the last step holds what happened up to 7 days before its end, 7 included
            const [from, to] = [7 * (3 - step), 7 * (4 - step)]
            const wanted = list.filter(([at, ago]) => at === cell && ago > from && ago <= to)
            expect(count).toBe(wanted.length)
          })
        })
      }),
    )
  })
})
