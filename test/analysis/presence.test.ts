import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { revisits } from '#analysis/patrols/revisits.ts'
import { cutTrack, type Space, TRACK_RULES } from '#analysis/patrols/track-cells.ts'
import { visitsOf } from '#analysis/patrols/visits.ts'
import { presenceSurface } from '#analysis/presence.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import { hasReferences, referenceValues } from './reference-values.ts'
import { NOW_MINUTES, patrolColumns, twoCounties } from './small-ground.ts'

type Coverage = {
  inputs: { visits_day: Record<string, number[]>; half_life_days: number }
  expected: {
    cells: Record<
      string,
      {
        n: number
        last_age: number | null
        presence_capped: number
        max_gap_incl_edges: number
        mean_time_since_visit: number | null
        share_days_within7: number
      }
    >
  }
}
type TrackCells = {
  inputs: { track: [number, number][]; cell_m: number }
  expected: { metres_per_cell: { cell: [number, number]; m: number }[]; total_m: number }
}

const PLANE: Space = {
  cellAt: (x, y) => Math.floor(x / 1000) * 100 + Math.floor(y / 1000),
  metresBetween: (xA, yA, xB, yB) => Math.sqrt((xB - xA) ** 2 + (yB - yA) ** 2),
}
const RULES = { ...TRACK_RULES, toleranceMetres: 1e-7 }

describe.skipIf(!hasReferences)('coverage by patrols, as the reference has it', () => {
  const { inputs, expected } = hasReferences
    ? referenceValues<Coverage>('04-patrol/coverage_metrics.json')
    : ({} as Coverage)
  const names = Object.keys(inputs?.visits_day ?? {})
  const of = (name: string) => expected.cells[name]!

  it('counts visits, ages and decaying presence', () => {
    const visits = names.flatMap((name, cell) => inputs.visits_day[name]!.map((day) => [cell, day]))
    const found = presenceSurface(
      {
        cell: Int32Array.from(visits, ([cell]) => cell!),
        epochMinutes: Float64Array.from(visits, ([, day]) => day! * 1440),
      },
      {
        cellCount: names.length,
        atEpochMinutes: 30 * 1440,
        windowDays: 30,
        halfLifeDays: inputs.half_life_days,
      },
    )
    names.forEach((name, cell) => {
      expect(found.visitCount[cell]).toBe(of(name).n)
      expect(found.presenceShare[cell]).toBeCloseTo(of(name).presence_capped, 9)
      const age = of(name).last_age
      if (age === null) expect(found.daysSinceVisit[cell]).toBeNaN()
      else expect(found.daysSinceVisit[cell]).toBe(age)
    })
  })

  it('ranks five visits in one week below a weekly rhythm, on every measure but the count', () => {
    const found = Object.fromEntries(
      names.map((name) => [name, revisits(inputs.visits_day[name]!, [0, 30], 7)]),
    )
    for (const name of names) {
      expect(found[name]!.maxGapDays).toBe(of(name).max_gap_incl_edges)
      expect(found[name]!.shareOfDaysWithin).toBeCloseTo(of(name).share_days_within7, 9)
      const mean = of(name).mean_time_since_visit
      if (mean === null) expect(found[name]!.meanSinceVisitDays).toBeNaN()
      else expect(found[name]!.meanSinceVisitDays).toBeCloseTo(mean, 9)
    }
    expect(of('c5').n).toBe(of('c1').n)
    expect(found['c5']!.maxGapDays).toBeGreaterThan(found['c1']!.maxGapDays)
    expect(found['c5']!.shareOfDaysWithin).toBeLessThan(found['c1']!.shareOfDaysWithin)
  })

  it('cuts the track at every cell border, also where no fix fell into the cell', () => {
    const track = referenceValues<TrackCells>('04-patrol/track_to_cells.json')
    const metres = new Map<number, number>()
    const points = track.inputs.track
    cutTrack(
      {
        x: points.map(([x]) => x),
        y: points.map(([, y]) => y),
        epochMinutes: points.map((_, i) => i * 10),
      },
      PLANE,
      (cell, length) => metres.set(cell, (metres.get(cell) ?? 0) + length),
      RULES,
    )
    for (const { cell, m } of track.expected.metres_per_cell) {
      expect(metres.get(cell[0] * 100 + cell[1])).toBeCloseTo(m, 5)
    }
    const total = [...metres.values()].reduce((sum, m) => sum + m, 0)
    expect(total).toBeCloseTo(track.expected.total_m, 8)
  })
})

describe('cutTrack', () => {
  const point = fc.tuple(
    fc.double({ min: 0, max: 9000, noNaN: true }),
    fc.double({ min: 0, max: 9000, noNaN: true }),
  )

  it('hands out exactly the length of the track, in cells that the track touches', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 8 }), (points) => {
        const x = points.map(([east]) => east)
        const y = points.map(([, north]) => north)
        let sum = 0
        cutTrack({ x, y, epochMinutes: x.map((_, i) => i * 30) }, PLANE, (cell, metres) => {
          sum += metres
          expect(cell).toBeGreaterThanOrEqual(0)
        })
        let length = 0
        for (let i = 1; i < x.length; i++) {
          length += PLANE.metresBetween(x[i - 1]!, y[i - 1]!, x[i]!, y[i]!)
        }
        expect(sum).toBeCloseTo(length, 6)
      }),
    )
  })

  it('draws no line over a gap in time or an impossible speed, but keeps both ends', () => {
    const seen = (minutes: number) => {
      const cells = new Map<number, number>()
      cutTrack({ x: [500, 5500], y: [500, 500], epochMinutes: [0, minutes] }, PLANE, (cell, m) =>
        cells.set(cell, (cells.get(cell) ?? 0) + m),
      )
      return cells
    }
    expect(seen(20).size).toBe(6)
    expect([...seen(90)]).toEqual([
      [0, 0],
      [500, 0],
    ])
    expect(seen(1).size).toBe(2)
  })
})

describe('visitsOf', () => {
  const ground = twoCounties()
  const { grid } = ground
  const line = [
    [-9.5, 6.5],
    [-9.3, 6.7],
    [-9.1, 6.9],
  ] as const

  it('visits each cell on the way once, with all of the metres', () => {
    const there = patrolColumns([{ line: [...line, line[1], line[0]], endedDaysAgo: 1 }])
    const visits = visitsOf(grid, [there], NOW_MINUTES)
    const length = 2 * (metresBetweenDegrees(-9.5, 6.5, -9.3, 6.7) * 2)
    expect(visits.metres.reduce((sum, m) => sum + m, 0) / length).toBeCloseTo(1, 3)
    expect(new Set(visits.cell).size).toBe(visits.cell.length)
    expect(visits.cell.length).toBeGreaterThan(8)
  })

  it('knows nothing of what has not happened yet', () => {
    const patrols = [patrolColumns([{ line, endedDaysAgo: -1 }])]
    expect(visitsOf(grid, patrols, NOW_MINUTES).cell.length).toBe(0)
    const underWay = [patrolColumns([{ line, endedDaysAgo: -50 / 1440 }])]
    const half = visitsOf(grid, underWay, NOW_MINUTES).cell.length
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(visitsOf(grid, underWay, NOW_MINUTES + 50).cell.length)
  })
})
