import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { scoreOf, statusOf } from '#analysis/compare/matrix/score.ts'
import { judged, matrixFacts, ownRow, rangesAround, someMatrixFacts } from './some-matrix.ts'

const placesOf = (facts: Parameters<typeof matrixOf>[0]) =>
  matrixOf(facts).totals.map(({ place }) => place)

describe('a score', () => {
  it('runs along the scale of its criterion, never beyond an end', () => {
    const by = (worst: number, best: number, isHighGood: boolean) => ({
      ...{ scale: { worst, best }, isHighGood },
    })
    expect(scoreOf(30, by(120, 0, false))).toBe(7.5)
    expect(scoreOf(500, by(120, 0, false))).toBe(0)
    expect(scoreOf(0.4, by(0, 1, true))).toBe(4)
    expect(scoreOf(1e300, by(0, 10, true))).toBe(10)
  })

  it('is none where the scale has no length or runs against what is good, for nobody', () => {
    for (const [scale, isHighGood] of [
      [{ worst: 2, best: 2 }, true],
      [{ worst: 10, best: 0 }, true],
      [{ worst: 0, best: 10 }, false],
      [{ worst: -1.7e308, best: 1.7e308 }, true],
    ] as const) {
      const faulty = judged('A', { scale, isHighGood, weight: 90 })
      const matrix = matrixOf(matrixFacts({ A: [1, 9], B: [6, 5] }, [faulty, judged('B')]))
      expect(matrix.rows[0]).toMatchObject({ isTelling: false, bestIds: [] })
      expect(matrix.rows[0]!.cells.map(({ score, value }) => [score, value])).toEqual([
        [null, 1],
        [null, 9],
      ])
      expect(matrix.totals.map(({ score, place }) => [score, place])).toEqual([
        [6, 1],
        [5, 2],
      ])
      expect(matrix.totals[1]!.dominatedById).toBe('s0')
      expect(matrix.faults).toHaveLength(1)
      expect(matrix.faults[0]).toMatch(/scores no COA/)
    }
  })

  it('follows from the criterion alone: another course beside it changes no score', () => {
    fc.assert(
      fc.property(someMatrixFacts(), (facts) => {
        const all = matrixOf(facts)
        const alone = matrixOf({ ...facts, scenarioIds: [facts.scenarioIds[1]!] })
        expect(alone.rows.map(({ cells }) => cells[0])).toEqual(
          all.rows.map(({ cells }) => ({ ...cells[1], betterShares: [null], sameShares: [null] })),
        )
        expect(alone.totals[0]!.score).toBe(all.totals[1]!.score)
      }),
    )
  })

  it('is told against the benchmark: met, within a tenth of it, missed', () => {
    const low = judged('Wait', { isHighGood: false, benchmark: 60, scale: { worst: 240, best: 0 } })
    expect([60, 66, 66.1, null].map((value) => statusOf(value, low))).toEqual([
      'meets',
      'near',
      'misses',
      null,
    ])
    const share = judged('Met', { benchmark: 0.8, scale: { worst: 0, best: 1 } })
    expect([0.1 * 8, 0.72, 0.7].map((value) => statusOf(value, share))).toEqual([
      'meets',
      'near',
      'misses',
    ])
    const none = judged('Lost', { isHighGood: false, benchmark: 0, scale: { worst: 50, best: 0 } })
    // Nothing is near to none: two people who lose are not "within a tenth" of nobody.
    expect([0, 1].map((value) => statusOf(value, none))).toEqual(['meets', 'misses'])
    expect(statusOf(3, judged('Any'))).toBeNull()
  })
})

describe('totals', () => {
  it('are weighted means, and places count on after a tie', () => {
    const criteria = [judged('A', { weight: 30 }), judged('B', { weight: 10 })]
    const matrix = matrixOf(matrixFacts({ A: [8, 2, 8, 0], B: [0, 6, 0, 1] }, criteria))
    expect(matrix.totals.map(({ score }) => score)).toEqual([6, 3, 6, 0.25])
    expect(matrix.totals.map(({ place, isTie }) => [place, isTie])).toEqual([
      [1, true],
      [3, false],
      [1, true],
      [4, false],
    ])
    expect(matrix.rows[0]!.bestIds).toEqual(['s0', 's2'])
  })

  it('take weights in draft before those of the document', () => {
    const facts = matrixFacts({ A: [8, 2], B: [0, 6] })
    expect(placesOf(facts)).toEqual([1, 1])
    const drafted = { ...facts, weights: { 'criterion-A': 0 } }
    expect(placesOf(drafted)).toEqual([2, 1])
    expect(matrixOf(drafted).rows[0]!.criterion.weight).toBe(0)
  })

  it('have no first place where all weights are 0, and say so', () => {
    const matrix = matrixOf({
      ...matrixFacts({ A: [8, null] }),
      weights: { 'criterion-A': 0 },
    })
    expect(matrix.totals).toEqual(
      ['s0', 's1'].map((scenarioId) => ({
        scenarioId,
        score: null,
        place: null,
        isTie: false,
        isOpen: false,
        missingWeightShare: 0,
        dominatedById: null,
      })),
    )
    expect(matrix.faults).toEqual([
      'No criterion has a weight, so there is no first place; give one a weight.',
    ])
  })

  it('leave out what is missing, in the open', () => {
    const consent = ownRow('Consent of hosts', { weight: 12, values: { s0: 4, s1: 5, s2: 7 } })
    const facts = matrixFacts(
      { Reach: [5, 6, 7, 8], Care: [1, null, null, 2] },
      [
        judged('Reach', { weight: 80 }),
        judged('Care', { weight: 8 }),
        judged('Consent', { id: consent.id, measureId: null, name: consent.name, weight: 12 }),
      ],
      { rows: [consent] },
    )
    const { totals, faults } = matrixOf(facts)
    expect(faults).toEqual([
      'Care cannot be said for COA 1 and COA 2; their totals leave it out, 8\u00a0% of the weight.',
      'Consent of hosts is not judged for COA 3; its total leaves it out, 12\u00a0% of the weight.',
    ])
    expect(totals[3]!.score).toBeCloseTo((80 * 8 + 8 * 2) / 88)
    expect(totals.map(({ missingWeightShare }) => missingWeightShare)).toEqual([
      0, 0.08, 0.08, 0.12,
    ])
    expect(matrixOf(matrixFacts({ Reach: [5, 6], Care: [null, null] })).faults).toEqual([
      'Care cannot be said for any COA; no total rests on it, 50\u00a0% of the weight.',
    ])
  })

  it('say where a scale runs against what is good', () => {
    const criteria = [judged('A', { isHighGood: false })]
    expect(matrixOf(matrixFacts({ A: [1, 2] }, criteria)).faults).toEqual([
      'By A less is better, but its scale gives 10 for more, so it scores no COA; swap its ends.',
    ])
    expect(matrixOf(matrixFacts({ A: [1, null] }, criteria)).faults).toEqual([
      expect.stringContaining('swap its ends'),
      expect.stringContaining('cannot be said for COA 1'),
    ])
  })
})

describe('a value that only one of two courses has', () => {
  it('keeps them from being a tie: their totals tell them apart', () => {
    const criteria = [judged('A', { weight: 90 }), judged('B', { weight: 10 })]
    const { totals } = matrixOf(matrixFacts({ A: [9, null], B: [3, 3] }, criteria))
    expect(totals.map(({ score }) => score)).toEqual([8.4, 3])
    expect(totals.map(({ place, isTie }) => [place, isTie])).toEqual([
      [1, false],
      [2, false],
    ])
  })
})

describe('what differs no more than is known', () => {
  const values = { A: [5, 6, 9], B: [3, 3.4, 3] }

  it('is a tie by the criterion, tells nothing, and shares a place', () => {
    const facts = matrixFacts(values)
    expect(matrixOf(facts).rows.map(({ isTelling }) => isTelling)).toEqual([true, false])
    const drawn = matrixOf({ ...facts, ranges: rangesAround(values, 1.5) })
    expect(drawn.rows[0]).toMatchObject({ isTelling: true, bestIds: ['s2'] })
    expect(drawn.rows[0]!.cells[0]!.range).toEqual([3.5, 6.5])
    expect(drawn.rows[1]).toMatchObject({ isTelling: false, bestIds: ['s0', 's1', 's2'] })
    expect(drawn.totals.map(({ place }) => place)).toEqual([2, 2, 1])
    const wide = matrixOf({ ...facts, ranges: rangesAround(values, 5) })
    expect(wide.totals.map(({ place, isTie }) => [place, isTie])).toEqual([
      [1, true],
      [1, true],
      [1, true],
    ])
  })

  it('says in how many draws a course is better than each other one', () => {
    const ranges = rangesAround(values, 1.5)
    const pairs = ranges.pairs['A']!.map((pair, at) => ({ ...pair!, betterShare: at / 10 }))
    const turned = { ...ranges, scenarioIds: ['s2', 's1', 's0'], pairs: { A: pairs } }
    const { rows } = matrixOf({ ...matrixFacts(values), ranges: turned })
    // Of pairs first × 3 + second, the second against the first: s0 is third here, s2 first.
    expect(rows[0]!.cells[0]!.betterShares).toEqual([null, 0.5, 0.2])
    expect(rows[1]!.cells[0]!.betterShares).toEqual([null, null, null])
  })

  it('is read from draws of the same courses in another order', () => {
    const ranges = rangesAround({ A: [9, 6, 5] }, 1.5)
    const turned = { ...ranges, scenarioIds: ['s2', 's1', 's0'] }
    const { rows } = matrixOf({ ...matrixFacts({ A: [5, 6, 9] }), ranges: turned })
    expect(rows[0]!.cells.map(({ range }) => range?.[0])).toEqual([3.5, 4.5, 7.5])
    expect(rows[0]!.bestIds).toEqual(['s2'])
  })

  it('is not what draws say the opposite of', () => {
    const ranges = rangesAround({ A: [9, 5] }, 1)
    const { rows } = matrixOf({ ...matrixFacts({ A: [5, 9] }), ranges })
    expect(rows[0]).toMatchObject({ isTelling: false, bestIds: ['s0', 's1'] })
  })

  it('is what some draw cannot say', () => {
    const ranges = { ...rangesAround({ A: [5, 9] }, 1), pairs: { A: [null, null, null, null] } }
    const { rows, totals } = matrixOf({ ...matrixFacts({ A: [5, 9] }), ranges })
    expect(rows[0]).toMatchObject({ isTelling: false, bestIds: ['s0', 's1'] })
    expect(totals.map(({ isTie }) => isTie)).toEqual([true, true])
  })

  it('counts where nothing was drawn of a course: every difference that shows is material', () => {
    const ranges = rangesAround({ A: [5, 6] }, 50)
    const { rows } = matrixOf({ ...matrixFacts({ A: [5, 6, 9] }), ranges })
    expect(rows[0]!.bestIds).toEqual(['s2'])
  })
})

describe('a course that is dominated', () => {
  it('is no better by anything with weight, and worse by something; copies dominate nobody', () => {
    const dominatedIn = (...args: Parameters<typeof matrixFacts>) =>
      matrixOf(matrixFacts(...args)).totals.map(({ dominatedById }) => dominatedById)
    expect(dominatedIn({ A: [5, 6, 7], B: [5, 5, 4] })).toEqual(['s1', null, null])
    expect(dominatedIn({ A: [5, 5], B: [2, 2] })).toEqual([null, null])
    expect(
      dominatedIn({ A: [5, 6], B: [9, 1] }, [judged('A'), judged('B', { weight: 0 })]),
    ).toEqual(['s1', null])
    expect(dominatedIn({ A: [5, 6], B: [5, null] })).toEqual([null, null])
    expect(dominatedIn({ A: [5, 6], B: [null, null] })).toEqual(['s1', null])
  })

  it('has no better total: many small differences may add up, though none of them is material', () => {
    const values = { A: [5, 6], B: [9, 5] }
    const [a, b] = [rangesAround(values, 0.5), rangesAround(values, 5)]
    const ranges = {
      ...a,
      ranges: { A: a.ranges['A']!, B: b.ranges['B']! },
      pairs: { A: a.pairs['A']!, B: b.pairs['B']! },
    }
    const { totals } = matrixOf({ ...matrixFacts(values), ranges })
    expect(totals.map(({ place, dominatedById }) => [place, dominatedById])).toEqual([
      [1, null],
      [2, null],
    ])
  })

  it('is never the first, and never one of a pair that dominate each other', () => {
    fc.assert(
      fc.property(someMatrixFacts(), (facts) => {
        const { totals } = matrixOf(facts)
        const top = Math.max(...totals.map(({ score }) => score ?? -1))
        for (const { scenarioId, score, dominatedById } of totals) {
          if (dominatedById === null) continue
          const by = totals.find((total) => total.scenarioId === dominatedById)!
          expect(by.score!).toBeGreaterThanOrEqual(score!)
          expect(by.dominatedById).not.toBe(scenarioId)
          expect(score! < top || by.score === top).toBe(true)
        }
      }),
    )
  })
})

describe('a tie', () => {
  const told = (...args: Parameters<typeof matrixFacts>) =>
    matrixOf(matrixFacts(...args)).totals.map(({ place, isTie, isOpen }) => ({
      place,
      isTie,
      isOpen,
    }))

  it('is less than 0.1 between totals, however they read', () => {
    // 6.66 and 6.74 read 6.7 both, 6.62 and 6.68 read 6.6 and 6.7.
    for (const [a, b] of [
      [6.66, 6.74],
      [6.62, 6.68],
    ] as const) {
      const places = told({ A: [a - 1, b + 1], B: [a + 1, b - 1] })
      expect(places.map(({ place, isTie }) => [place, isTie])).toEqual([
        [1, true],
        [1, true],
      ])
    }
    const apart = told({ A: [5.6, 7.7], B: [7.6, 5.7] })
    expect(apart.map(({ place, isTie }) => [place, isTie])).toEqual([
      [2, false],
      [1, false],
    ])
  })

  it('is none where one beats the other in all that tells them apart', () => {
    const weights = [5, 3, 92].map((weight, at) => judged('ABC'[at]!, { weight }))
    const placesOf = (values: Parameters<typeof matrixFacts>[0]) =>
      told(values, weights).map(({ place }) => place)
    expect(placesOf({ A: [5, 6], B: [7, 7], C: [6, 6] })).toEqual([2, 1])
    expect(placesOf({ A: [5, 6], B: [7, 6], C: [6, 6] })).toEqual([1, 1])
  })

  it('is no matter of what nobody has judged: that leaves a place open', () => {
    const weights = [judged('A', { weight: 90 }), judged('B', { weight: 10 })]
    const openOf = (values: Parameters<typeof matrixFacts>[0]) =>
      told(values, weights).map(({ isOpen }) => isOpen)
    // 4.5 to 5.5 lies about 5.0; 1.8 to 2.8 lies below it whatever is judged.
    expect(openOf({ A: [5, 5], B: [5, null] })).toEqual([false, true])
    expect(openOf({ A: [5, 2], B: [5, null] })).toEqual([false, false])
    fc.assert(
      fc.property(
        someMatrixFacts(),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (facts, score) => {
          const { totals } = matrixOf(facts)
          for (const [course, total] of totals.entries()) {
            if (total.isOpen || total.missingWeightShare === 0 || total.score === null) continue
            const id = total.scenarioId
            const isWhole = totals.every(
              (other, at) =>
                at === course || other.score === null || other.missingWeightShare === 0,
            )
            if (!isWhole) continue
            const rows = facts.rows.map((row) =>
              row.values[id] === undefined
                ? { ...row, values: { ...row.values, [id]: score } }
                : row,
            )
            expect(matrixOf({ ...facts, rows }).totals[course]!.place).toBe(total.place)
          }
        },
      ),
    )
  })
})

describe('courses that are alike', () => {
  it('tie by every criterion and share their place', () => {
    fc.assert(
      fc.property(someMatrixFacts({ missingShare: 0 }), (facts) => {
        const rows = facts.rows.map((row) => ({
          ...row,
          values: { ...row.values, s1: row.values['s0']! },
        }))
        const matrix = matrixOf({ ...facts, rows })
        const [a, b] = matrix.totals
        expect(a!.place).toBe(b!.place)
        expect(a!.dominatedById === 's1' || b!.dominatedById === 's0').toBe(false)
        if (a!.place !== null) expect(a!.isTie && b!.isTie).toBe(true)
        for (const { bestIds } of matrix.rows) {
          expect(bestIds.includes('s0')).toBe(bestIds.includes('s1'))
        }
      }),
    )
  })
})
