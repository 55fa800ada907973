import { describe, expect, it } from 'vitest'
import { baseWork } from '#analysis/zones/base-work.ts'
import { troopsAtBase, type ZoneForce } from '#analysis/zones/zone-strength.ts'
import { neededByCell } from '#analysis/zones/zone-travel.ts'
import { aBase, aUnit } from '#support/build.ts'

const people = Float64Array.of(500, 2000, 20, 900, 700)
const need = Float64Array.of(1, 7, 9, Number.NaN, 4)
const near = Float64Array.of(10, 60, 5, Number.NaN, Number.NaN)
const far = Float64Array.of(200, Number.NaN, 5, 90, Number.NaN)
const ground = { peopleCount: people }

describe('work of patrols from each base', () => {
  const [fromNear, fromFar] = baseWork(ground, need, [near, far])

  it('is what zones are told to need, where the base comes there', () => {
    const cellCount = people.length
    const facts = {
      ground: { peopleCount: people, grid: { cells: Array.from({ length: cellCount }) } },
      needScore: need,
      force: { bases: [], units: [], moves: [] },
      travel: null,
    } as unknown as Parameters<typeof neededByCell>[0]
    const minutes = Float32Array.of(...near, ...far)
    const travel = { baseIds: ['near', 'far'], minutes }
    ;[fromNear!, fromFar!].forEach((work, base) => {
      const told = neededByCell(facts, travel, base)
      work.forEach((days, cell) => {
        if (Number.isNaN(minutes[base * cellCount + cell]!)) return
        expect(days).toBeCloseTo(told[cell]! / 1024, 3)
      })
    })
  })

  it('is a day away where only others come, nobody’s where none does, none where few live', () => {
    expect(fromFar![1]).toBeCloseTo((3 * (2 * 1440 + 60)) / 480)
    expect(fromNear![3]).toBeGreaterThan(fromFar![3]!)
    expect([fromNear![4], fromFar![4]]).toEqual([Number.NaN, Number.NaN])
    expect([fromNear![2], fromFar![2]]).toEqual([0, 0])
  })
})

describe('troops at a base', () => {
  const position = aBase().position
  const force = (parts: Partial<ZoneForce>): ZoneForce => ({
    bases: [],
    units: [{ ...aUnit({ strengthCount: 120 }), position }],
    moves: [],
    ...parts,
  })
  const move = { troopCount: 30, from: null, to: null, fromBaseId: null, placeId: 'elsewhere' }

  it('are those of its units, with who comes and without who goes', () => {
    expect(troopsAtBase(force({}), 'base-1')).toBe(120)
    const moves = [
      { ...move, fromBaseId: 'base-1' },
      { ...move, troopCount: 50, placeId: 'base-1' },
    ]
    expect(troopsAtBase(force({ moves }), 'base-1')).toBe(140)
  })

  it('are not known where no strength is', () => {
    const units = [{ ...aUnit({ strengthCount: null }), position }]
    expect(troopsAtBase(force({ units }), 'base-1')).toBeNaN()
    expect(troopsAtBase(force({}), 'base-2')).toBeNaN()
  })
})
