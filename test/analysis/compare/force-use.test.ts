import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costLines, movedLines, reserveLines } from '#analysis/compare/force-use.ts'
import { postureOf } from '#analysis/compare/posture.ts'
import { troopsByPlace } from '#analysis/compare/troops.ts'
import { DEFAULT_RESOURCE_TYPES } from '#core/defaults/resource-types.ts'
import { forceOf } from '#core/force-at.ts'
import type { Unit } from '#core/records/unit.ts'
import { aBase, anOperation, aPosting, aScenario, aUnit } from '#support/build.ts'
import { NOW, situationInput, twoCounties } from '../small-ground.ts'

const ground = twoCounties()
const resourceTypes = DEFAULT_RESOURCE_TYPES
const { id: typeId } = resourceTypes.find(({ id }) => id === 'platoon')!
const elements = [{ typeId, count: 1 }]
const bases = [aBase(), aBase({ id: 'base-2' })]

const inputOf = (units: readonly Unit[], postings: readonly ReturnType<typeof aPosting>[] = []) =>
  situationInput(ground, { bases, units, resourceTypes, postings })
const posting = (parts: Partial<ReturnType<typeof aPosting>>) =>
  aPosting({ typeId, fromBaseId: 'base-1', placeId: 'base-2', ...parts })

describe('what a course moves', () => {
  it('is what the base that it leaves has, and nothing that nobody can make move', () => {
    const now = inputOf([aUnit({ elements })])
    const line = (parts: Partial<ReturnType<typeof aPosting>>) =>
      movedLines(inputOf([aUnit({ elements })], [posting(parts)]), now).map(
        ({ count, peopleCount }) => [count, peopleCount],
      )
    expect(line({ count: 1 })).toEqual([[1, 35]])
    expect(line({ count: 5 })).toEqual([[1, 35]])
    expect(line({ fromBaseId: 'base-2', placeId: 'base-1' })).toEqual([])
    expect(line({ fromBaseId: null, count: 5 })).toEqual([[5, 175]])
  })

  it('is, with what is missing, all that postings name', () => {
    const count = fc.integer({ min: 1, max: 4 })
    const base = fc.constantFrom('base-1', 'base-2')
    const rows = fc.array(fc.record({ count, fromBaseId: fc.option(base), placeId: base }))
    fc.assert(
      fc.property(count, rows, (has, asked) => {
        const units = [aUnit({ elements: [{ typeId, count: has }] })]
        const postings = asked.map((parts, at) => posting({ id: `p${at}`, ...parts }))
        const { moved, missingCount } = postureOf(inputOf(units, postings))
        const sum = (of: readonly { readonly count: number }[]) =>
          of.reduce((all, each) => all + each.count, 0)
        expect(sum(moved) + missingCount).toBe(sum(asked))
        const ids = moved.map(({ id }) => id)
        expect(ids).toEqual(postings.map(({ id }) => id).filter((id) => ids.includes(id)))
      }),
    )
  })
})

describe('a course that starts from another force', () => {
  const today = inputOf([aUnit({ elements: [{ typeId, count: 4 }] })])
  const linesOf = (units: readonly Unit[]) =>
    movedLines(inputOf(units), today).map(({ count, placeId }) => [placeId, count])

  it('brings in what stands at a place beyond today, and withdraws what the theatre has less of', () => {
    const later = { validFrom: '2001-01-01T00:00:00Z' }
    const moved = { ...later, baseId: 'base-2', elements: [{ typeId, count: 4 }] }
    expect(linesOf([aUnit({ elements: [{ typeId, count: 6 }], ...later })])).toEqual([
      ['base-1', 2],
    ])
    expect(linesOf([aUnit({ elements: [{ typeId, count: 1 }], ...later })])).toEqual([[null, 3]])
    expect(linesOf([aUnit(moved)])).toEqual([['base-2', 4]])
    expect(linesOf([])).toEqual([[null, 4]])
  })

  it('withdraws nobody where a base is lost under a shock: the force is the same', () => {
    const lost = situationInput(ground, {
      bases: [],
      units: [aUnit({ elements: [{ typeId, count: 4 }] })],
      resourceTypes,
    })
    expect(movedLines(lost, today)).toEqual([])
  })
})

describe('the reserve that is left', () => {
  it('is everybody in it, those too who are in no element that can be moved', () => {
    const left = (unit: Parameters<typeof aUnit>[0], taken = 0) =>
      reserveLines(
        inputOf([aUnit({ role: 'reserve', ...unit })], taken ? [posting({ count: taken })] : []),
      ).reduce((sum, { peopleCount }) => sum + peopleCount, 0)
    expect(left({ strengthCount: 150, elements: [] })).toBe(150)
    expect(left({ strengthCount: 150, elements })).toBe(150)
    expect(left({ strengthCount: 150, elements }, 1)).toBe(115)
    expect(left({ strengthCount: null, elements }, 1)).toBe(0)
    expect(left({ strengthCount: 20, elements })).toBe(35)
  })

  it('is as many as stand there, where all that stands there is reserve', () => {
    const strength = fc.option(fc.integer({ min: 0, max: 300 }))
    fc.assert(
      fc.property(strength, fc.integer({ min: 0, max: 4 }), (strengthCount, count) => {
        const some = count === 0 ? [] : [{ typeId, count }]
        const input = inputOf([aUnit({ role: 'qrf', strengthCount, elements: some })])
        const left = reserveLines(input).reduce((sum, { peopleCount }) => sum + peopleCount, 0)
        expect(left).toBe(troopsByPlace(input).get('base-1') || 0)
      }),
    )
  })
})

describe('the force of an instant', () => {
  it('stands and costs at the planning instant what that of the registers does', () => {
    const shut = aBase({ id: 'shut', validTo: '2004-01-01T00:00:00Z' })
    const units = [aUnit({ elements }), aUnit({ id: 'unit-2', baseId: 'shut', elements })]
    const document = anOperation({
      scenarios: [aScenario({ forceAt: NOW })],
      bases: [...bases, shut],
      units,
    })
    const plain = situationInput(ground, { bases: [...bases, shut], units, resourceTypes })
    expect(plain.operation.planningAt).toBe(NOW)
    const same = { ...plain, ...forceOf(document, 'coa-1') }
    expect([...troopsByPlace(same)]).toEqual([...troopsByPlace(plain)])
    expect(costLines(same)).toEqual(costLines(plain))
    expect(movedLines(same, plain)).toEqual([])
  })
})
