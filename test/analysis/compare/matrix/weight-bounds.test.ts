import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsSentence } from '#analysis/compare/matrix/bounds-sentence.ts'
import type { Matrix } from '#analysis/compare/matrix/matrix.ts'
import { type MatrixFacts, matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { weightBounds } from '#analysis/compare/matrix/weight-bounds.ts'
import { weightText } from '#analysis/compare/matrix/weight-text.ts'
import { judged, matrixFacts, NAMES, someMatrixFacts } from './some-matrix.ts'

const STEP = 0.0025

/** The matrix with one criterion at a share of all weight, the others in the proportions that they have. */
function atShare(facts: MatrixFacts, criterionId: string, share: number): Matrix {
  const others = facts.criteria.filter(({ id }) => id !== criterionId)
  const all = others.reduce((sum, { weight }) => sum + weight, 0)
  const weights = Object.fromEntries(others.map(({ id, weight }) => [id, (1 - share) * weight]))
  return matrixOf({ ...facts, weights: { ...weights, [criterionId]: share * all } })
}

/** Whether the matrix shows a course alone in the first place. */
function isAloneFirst({ totals }: Matrix, scenarioId: string): boolean {
  const { place, isTie } = totals.find((total) => total.scenarioId === scenarioId)!
  return place === 1 && !isTie
}

describe('how far a weight can go', () => {
  it('ends exactly where the first is no longer alone in the matrix, by brute force in steps of 0.25 %', () => {
    let changes = 0
    fc.assert(
      fc.property(someMatrixFacts(), (facts) => {
        const matrix = matrixOf(facts)
        const first = matrix.totals.find(({ place }) => place === 1)?.scenarioId
        const allWeight = facts.criteria.reduce((sum, { weight }) => sum + weight, 0)
        for (const bound of weightBounds(matrix)) {
          if (bound.shareNow === 1) continue
          expect(bound.shareNow * allWeight).toBeCloseTo(
            facts.criteria.find(({ id }) => id === bound.criterionId)!.weight,
          )
          for (let share = 0; share <= 1; share += STEP) {
            const stepped = atShare(facts, bound.criterionId, share)
            const isInside =
              (share > bound.lowShare || (share === 0 && bound.rivalBelowId === null)) &&
              (share < bound.highShare || (share === 1 && bound.rivalAboveId === null))
            const hasFirst = stepped.totals.some(({ place }) => place !== null)
            if (isInside && hasFirst) expect(isAloneFirst(stepped, first!)).toBe(true)
          }
          for (const [end, beyondId, beside] of [
            [bound.lowShare, bound.rivalBelowId, -1e-9],
            [bound.highShare, bound.rivalAboveId, 1e-9],
          ] as const) {
            if (beyondId === null) continue
            changes++
            const share = Math.min(1, Math.max(0, end + beside))
            const beyond = atShare(facts, bound.criterionId, share)
            expect(isAloneFirst(beyond, first!)).toBe(false)
            const inside = atShare(facts, bound.criterionId, end - beside)
            if (bound.lowShare < bound.highShare) expect(isAloneFirst(inside, first!)).toBe(true)
          }
        }
      }),
      { numRuns: 30 },
    )
    expect(changes).toBeGreaterThan(20)
  })

  it('is told in a sentence whose every figure is true', () => {
    let told = 0
    fc.assert(
      fc.property(someMatrixFacts(), (facts) => {
        const matrix = matrixOf(facts)
        const first = matrix.totals.find(({ place }) => place === 1)?.scenarioId
        const sentence = boundsSentence(matrix, weightBounds(matrix), NAMES)
        expect(sentence).toMatch(/\.$/)
        for (const condition of sentence.split(/ while |; /)[1]?.split(', ') ?? []) {
          const name = condition.match(/K\d/)?.[0]
          if (name === undefined || condition.includes('nothing')) continue
          told++
          const numbers = [...condition.replace(name, '').matchAll(/\d+(\.\d+)?/g)].map(
            ([text]) => Number(text) / 100,
          )
          const shares = numbers.slice(0, -1)
          const now = numbers.at(-1)!
          const [low, high] = condition.includes('between')
            ? [shares[0]!, shares[1]!]
            : condition.includes('under')
              ? [0, shares[0]!]
              : [shares[0]!, 1]
          expect(now >= low && now <= high).toBe(true)
          for (const share of [low + 1e-9, (low + high) / 2, high - 1e-9]) {
            expect(isAloneFirst(atShare(facts, `own-${name}`, share), first!)).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(told).toBeGreaterThan(100)
  })

  it('reads as a commander would say it', () => {
    const criteria = [
      judged('Reach', { weight: 60 }),
      judged('Cost', { weight: 25 }),
      judged('Reserve', { weight: 15 }),
    ]
    const matrix = matrixOf(
      matrixFacts({ Reach: [2, 8, 6], Cost: [3, 3, 4], Reserve: [4, 3, 5] }, criteria),
    )
    expect(boundsSentence(matrix, weightBounds(matrix), NAMES)).toBe(
      'COA 1 stays first while Reach weighs over 43\u00a0% (now 60), Reserve under 33\u00a0% (now 15), Cost under 51\u00a0% (now 25); no other weight changes the first place.',
    )
  })

  it('says a weight that is not whole as its cell does', () => {
    const criteria = [
      judged('Reach', { weight: 10 }),
      judged('Cost', { weight: 10 }),
      judged('Reserve', { weight: 85 }),
    ]
    const matrix = matrixOf(matrixFacts({ Reach: [2, 9], Cost: [8, 3], Reserve: [4, 5] }, criteria))
    const sentence = boundsSentence(matrix, weightBounds(matrix), NAMES)
    expect(sentence).toContain(`(now ${weightText(10 / 105)})`)
    expect(sentence).toContain('(now 9.5)')
  })

  it('says of ties, of one course, and of no weight what they are', () => {
    const said = (facts: MatrixFacts) => {
      const matrix = matrixOf(facts)
      return boundsSentence(matrix, weightBounds(matrix), NAMES)
    }
    expect(said(matrixFacts({ A: [5, 5, 1] }))).toBe(
      'Current posture and COA 1 tie for first place; no single COA is first.',
    )
    expect(said(matrixFacts({ A: [5] }))).toBe(
      'Current posture is alone, so there is nothing to weigh.',
    )
    expect(said(matrixFacts({ A: [1, 5] }, [judged('A', { weight: 0 })]))).toBe(
      'No criterion has a weight, so there is no first place; give one a weight.',
    )
    expect(said(matrixFacts({ A: [null, null] }))).toBe(
      'No COA has a value for any criterion with weight, so there is no first place.',
    )
    expect(said(matrixFacts({ A: [1, 5], B: [2, 6] }))).toBe(
      'COA 1 stays first, whatever any one weight is.',
    )
  })
})
