import { describe, expect, it } from 'vitest'
import type { Unit } from '#core/records/unit.ts'
import { superiorsOf, taskOrganisation, unitsUnder } from '#core/task-organisation.ts'
import { aUnit } from '#support/build.ts'

const COUNT = 5000
const idAt = (i: number) => `u${String(i).padStart(5, '0')}`

/** So many units, each under the one that is said. */
function force(parentOf: (i: number) => number | null): ReadonlyMap<string, Unit> {
  return new Map(
    Array.from({ length: COUNT }, (_, i) => {
      const parent = parentOf(i)
      const parentId = parent === null ? null : idAt(parent)
      return [idAt(i), aUnit({ id: idAt(i), name: idAt(i), parentId, strengthCount: 1 })]
    }),
  )
}

const SHAPES: readonly (readonly [string, (i: number) => number | null, number])[] = [
  ['a ring', (i) => (i + 1) % COUNT, 1],
  ['a chain', (i) => (i === 0 ? null : i - 1), 1],
  ['a chain to a ring of two', (i) => (i === 0 ? 1 : i - 1), 1],
  ['no order', () => null, COUNT],
  ['one over all', (i) => (i === 0 ? null : 0), 1],
  ['rings of two', (i) => i ^ 1, COUNT / 2],
]

describe('a force of 5,000 units', () => {
  it.each(SHAPES)('in %s is a tree that holds each once', (_, parentOf, rootCount) => {
    const roots = taskOrganisation(force(parentOf))
    expect(roots.length).toBe(rootCount)
    expect(roots.reduce((sum, { unitCount }) => sum + unitCount, 0)).toBe(COUNT)
    expect(roots.reduce((sum, { strength }) => sum + strength.knownCount, 0)).toBe(COUNT)
    expect(roots[0]?.unit.id).toBe(idAt(0))
  })

  it('tells who is over the last of a chain, and who is under the first', () => {
    const units = force((i) => (i === 0 ? null : i - 1))
    expect(superiorsOf(units, idAt(COUNT - 1)).length).toBe(COUNT - 1)
    expect(unitsUnder(units, idAt(0)).length).toBe(COUNT)
    expect(unitsUnder(units, idAt(COUNT - 2)).map(({ id }) => id)).toEqual([
      idAt(COUNT - 2),
      idAt(COUNT - 1),
    ])
    expect(
      unitsUnder(
        force((i) => (i + 1) % COUNT),
        idAt(7),
      ).length,
    ).toBe(COUNT)
  })
})
