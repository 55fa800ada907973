import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CostTerms,
  costMinutes,
  type FrictionGrid,
} from '#analysis/reach/friction/cost-distance.ts'
import { walkingSpeedOn } from '#analysis/reach/friction/slope-speed.ts'
import { hasReferences, referenceValues } from '../reference-values.ts'

type Reference = {
  readonly inputs: {
    readonly cell_m: number
    readonly speed_kmh: readonly (readonly number[])[]
    readonly dem_m: readonly (readonly number[])[]
    readonly mode: readonly (readonly string[])[]
    readonly source_rc: readonly [number, number]
  }
  readonly expected_minutes: Readonly<Record<string, readonly (readonly (number | null)[])[]>> & {
    readonly tobler: readonly {
      readonly flat_speed: number
      readonly slope: number
      readonly speed: number
    }[]
  }
  readonly tolerance: number
}

const LEVEL: CostTerms = { neighbourCount: 8, cutsCorners: true, direction: 'level' }

describe.skipIf(!hasReferences)('costMinutes against AccessMod’s rule', () => {
  const reference = hasReferences
    ? referenceValues<Reference>('03-access/friction_grid.json')
    : null
  const { inputs, expected_minutes: expected, tolerance } = reference!
  const grid: FrictionGrid = {
    columns: inputs.speed_kmh[0]!.length,
    cellMetres: inputs.cell_m,
    kilometresPerHour: Float64Array.from(inputs.speed_kmh.flat()),
    elevationMetres: Float64Array.from(inputs.dem_m.flat()),
    isMotorised: Uint8Array.from(inputs.mode.flat(), (mode) => (mode === 'M' ? 1 : 0)),
  }
  const source = inputs.source_rc[0] * grid.columns + inputs.source_rc[1]

  it.each([
    ['iso8', LEVEL],
    ['iso16_knight', { ...LEVEL, neighbourCount: 16 }],
    ['aniso8_from_source', { ...LEVEL, direction: 'from' }],
    ['aniso8_towards_source', { ...LEVEL, direction: 'towards' }],
    ['iso8_no_corner_cutting', { ...LEVEL, cutsCorners: false }],
  ] as const)('%s', (name, terms) => {
    const found = costMinutes(grid, [source], terms)
    const wanted = expected[name]!.flat()
    expect(found.length).toBe(wanted.length)
    for (const [cell, minutes] of wanted.entries()) {
      if (minutes === null) expect(found[cell]).toBeNaN()
      else expect(Math.abs(found[cell]! - minutes)).toBeLessThan(tolerance)
    }
  })

  it('walks slopes as Tobler measured', () => {
    for (const { flat_speed, slope, speed } of expected.tobler) {
      expect(walkingSpeedOn(flat_speed, slope)).toBeCloseTo(speed, 9)
    }
  })
})

const SIDE = 7
const CELLS = SIDE * SIDE
const speeds = fc.array(fc.constantFrom(0, 1, 2, 3, 5, 40), { minLength: CELLS, maxLength: CELLS })
const heights = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: CELLS, maxLength: CELLS })
const terms: fc.Arbitrary<CostTerms> = fc.record({
  neighbourCount: fc.constantFrom(8, 16),
  cutsCorners: fc.boolean(),
  direction: fc.constantFrom('level', 'from', 'towards'),
})
const cell = fc.nat(CELLS - 1)

function gridOf(kilometresPerHour: readonly number[], elevation: readonly number[]): FrictionGrid {
  return {
    columns: SIDE,
    cellMetres: 500,
    kilometresPerHour: Float64Array.from(kilometresPerHour),
    elevationMetres: Float64Array.from(elevation),
  }
}

/** Minutes with "no way" as the longest of all. */
const orForever = (minutes: Float64Array) =>
  [...minutes].map((each) => (Number.isNaN(each) ? Number.POSITIVE_INFINITY : each))

function expectNoneLonger(quick: Float64Array, slow: Float64Array) {
  const [quicker, slower] = [orForever(quick), orForever(slow)]
  quicker.forEach((minutes, at) => {
    expect(minutes).toBeLessThanOrEqual(slower[at]! + 1e-9)
  })
}

describe('costMinutes', () => {
  it('is never longer with sixteen neighbours than with eight', () => {
    fc.assert(
      fc.property(speeds, heights, terms, cell, (speed, height, on, source) => {
        const grid = gridOf(speed, height)
        expectNoneLonger(
          costMinutes(grid, [source], { ...on, neighbourCount: 16 }),
          costMinutes(grid, [source], { ...on, neighbourCount: 8 }),
        )
      }),
    )
  })

  it('is never longer for a higher speed, never shorter for a barrier', () => {
    fc.assert(
      fc.property(speeds, heights, terms, cell, cell, (speed, height, on, source, changed) => {
        const before = costMinutes(gridOf(speed, height), [source], on)
        const raised = speed.map((each, at) => (at === changed ? 2 * each + 1 : each))
        const closed = speed.map((each, at) => (at === changed ? 0 : each))
        if (speed[source]! > 0)
          expectNoneLonger(costMinutes(gridOf(raised, height), [source], on), before)
        expectNoneLonger(before, costMinutes(gridOf(closed, height), [source], on))
      }),
    )
  })

  it('ignores slope where everything is motorised', () => {
    fc.assert(
      fc.property(speeds, heights, terms, cell, (speed, height, on, source) => {
        const grid = { ...gridOf(speed, height), isMotorised: new Uint8Array(CELLS).fill(1) }
        const level = costMinutes(grid, [source], { ...on, direction: 'level' })
        expect(costMinutes(grid, [source], on)).toEqual(level)
      }),
    )
  })

  it('is as long from A to B walked from A as walked towards A from B seen from B', () => {
    fc.assert(
      fc.property(speeds, heights, terms, cell, cell, (speed, height, on, a, b) => {
        const grid = gridOf(speed, height)
        const from = costMinutes(grid, [a], { ...on, direction: 'from' })[b]!
        const towards = costMinutes(grid, [b], { ...on, direction: 'towards' })[a]!
        if (Number.isNaN(from)) expect(towards).toBeNaN()
        else expect(towards).toBeCloseTo(from, 6)
      }),
    )
  })

  it('does not slip between two barriers that touch by a corner, unless it may cut corners', () => {
    const speed = [5, 0, 0, 5].map(Number)
    const grid = { columns: 2, cellMetres: 500, kilometresPerHour: Float64Array.from(speed) }
    expect(costMinutes(grid, [0], LEVEL)[3]).toBeCloseTo((Math.SQRT2 * 0.5 * 60) / 5)
    expect(costMinutes(grid, [0], { ...LEVEL, cutsCorners: false })[3]).toBeNaN()
  })
})
