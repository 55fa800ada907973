import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsSentence } from '#analysis/compare/matrix/bounds-sentence.ts'
import type { Matrix, WeightBound } from '#analysis/compare/matrix/matrix.ts'
import { type MatrixFacts, matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import { weightBounds } from '#analysis/compare/matrix/weight-bounds.ts'
import { weightText } from '#analysis/compare/matrix/weight-text.ts'
import { judged, matrixFacts, NAMES, someMatrixFacts } from './some-matrix.ts'

const STEP = 0.0025
/** Totals of values to three decimals move by more than the machine adds amiss. */
const BESIDE = 1e-6

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

/** Shares within a point of what a weight is now, and beside the ends of its bound; none or all of it is no such. */
function sharesBeside({ shareNow, lowShare, highShare }: Omit<WeightBound, 'criterionId'>) {
  const steps = Array.from({ length: 79 }, (_, at) => shareNow + (at - 39) * 0.00025)
  const ends = [lowShare - BESIDE, highShare + BESIDE]
  const isNear = (share: number) =>
    share > 0 && share < 1 && share !== shareNow && Math.abs(share - shareNow) < 0.01
  return [...steps, ...ends].filter(isNear)
}

function isAtEnd({ shareNow, lowShare, highShare, ...bound }: Omit<WeightBound, 'criterionId'>) {
  const isAbove = bound.rivalAboveId !== null && highShare - shareNow < BESIDE
  return isAbove || (bound.rivalBelowId !== null && shareNow - lowShare < BESIDE)
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
            [bound.lowShare, bound.rivalBelowId, -BESIDE],
            [bound.highShare, bound.rivalAboveId, BESIDE],
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

  it('says of a close race what makes a tie, by brute force within a point of every weight', () => {
    const words =
      /^(.+) is ahead of (.+) by a hair \((\d+\.\d) against (\d+\.\d) of 10\): a change of less than 1 point of (K\d)’s weight(?:, or of (?:any of (\d+) others|(1) other),)? makes them tie\.$/
    const idOf = (name: string) => Object.entries(NAMES).find(([, each]) => each === name)![0]
    let told = 0
    fc.assert(
      fc.property(someMatrixFacts(), (facts) => {
        const matrix = matrixOf(facts)
        const bounds = weightBounds(matrix)
        const sentence = boundsSentence(matrix, bounds, NAMES)
        const found = sentence.match(words)
        if (!found) {
          expect(sentence).not.toContain('a hair')
          // Who has no value for something may come first at a leap.
          const isWhole = matrix.rows.every(({ cells }) =>
            cells.every(({ score }) => score !== null),
          )
          if (matrix.scenarioIds.length > 2 || bounds.length === 0 || !isWhole) return
        }
        const [firstId, rivalId] = found ? [idOf(found[1]!), idOf(found[2]!)] : matrix.scenarioIds
        const scoreOf = (id: string) => matrix.totals.find((each) => each.scenarioId === id)!.score!
        const tying = bounds.filter(({ criterionId, ...bound }) =>
          sharesBeside(bound).some((share) => {
            const { totals } = atShare(facts, criterionId, share)
            const both = totals.filter(({ scenarioId }) => [firstId, rivalId].includes(scenarioId))
            return both.every(({ place, isTie }) => place === 1 && isTie)
          }),
        )
        if (!found) {
          // Where the lead is just the margin now, any change at all makes a tie.
          if (tying.some((bound) => isAtEnd(bound))) return
          if (tying.length > 0) {
            expect(Math.abs(scoreOf(firstId!) - scoreOf(rivalId!))).toBeGreaterThan(0.3)
          }
          return
        }
        told++
        expect(matrix.totals.find(({ place }) => place === 1)!.scenarioId).toBe(firstId)
        expect([scoreOf(firstId!).toFixed(1), scoreOf(rivalId!).toFixed(1)]).toEqual(
          found.slice(3, 5),
        )
        expect(tying.map(({ criterionId }) => criterionId)).toContain(`own-${found[5]}`)
        const count = 1 + Number(found[6] ?? found[7] ?? 0)
        if (matrix.scenarioIds.length === 2) expect(tying).toHaveLength(count)
        else expect(tying.length).toBeGreaterThanOrEqual(count)
      }),
      { numRuns: 1_000 },
    )
    expect(told).toBeGreaterThan(3)
  })

  it('counts the others that would make them tie, and says nothing of one where there is none', () => {
    const said = (facts: MatrixFacts) => {
      const matrix = matrixOf(facts)
      return boundsSentence(matrix, weightBounds(matrix), NAMES)
    }
    const even = { A: [9, 1], B: [1, 9], C: [5.15, 5] }
    const criteria = ['A', 'B', 'C'].map((id) => judged(id, { weight: id === 'C' ? 100 : 10 }))
    expect(said(matrixFacts(even, criteria))).toBe(
      'Current posture is ahead of COA 1 by a hair (5.1 against 5.0 of 10): a change of less than 1 point of B’s weight, or of 1 other, makes them tie.',
    )
    const like = Object.fromEntries([...'BCDEFGHIJ'].map((id) => [id, [4, 4.8]]))
    expect(said(matrixFacts({ A: [9.5, 1], ...like }))).toBe(
      'Current posture is ahead of COA 1 by a hair (4.5 against 4.4 of 10): a change of less than 1 point of A’s weight makes them tie.',
    )
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
      'COA 1 stays first while Reach weighs over 44\u00a0% (now 60), Reserve under 32\u00a0% (now 15), Cost under 50\u00a0% (now 25); no other weight changes the first place.',
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
