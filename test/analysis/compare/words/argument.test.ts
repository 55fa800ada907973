import { describe, expect, it } from 'vitest'
import { argumentOf } from '#analysis/compare/words/argument.ts'
import { plainText } from '#analysis/compare/words/phrase.ts'
import { isOfFew, pointName, pointsOf } from '#analysis/compare/words/points.ts'
import { cellSentence } from '#panels/compare/matrix/cell-text.ts'
import { someTwo } from './some-two.ts'

describe('what is out of date under a comparison', () => {
  it('is one of the unknowns', () => {
    const stale = ['Roads 10 d old, due every 3 d: times may be too short']
    const { unknowns } = argumentOf({ ...someTwo(4), isDrawn: false, stale, unlike: null })
    expect(plainText(unknowns)).toContain(`; ${stale[0]}`)
  })
})

describe('need that is known of few people', () => {
  const few = someTwo(4, (cell) => cell % 30 === 0)
  const points = pointsOf(few.matrix, 'coa-1', 'now')

  it('argues last, whatever its weight, and says on how many it rests', () => {
    const orderOf = (all: typeof points) => all.map(isOfFew)
    expect(new Set(orderOf(points))).toEqual(new Set([false, true]))
    expect(orderOf(points)).toEqual([...orderOf(points)].sort())
    const argument = argumentOf({ ...few, isDrawn: false, stale: [], unlike: null })
    const said = `${plainText(argument.because)} ${plainText(argument.however)}`
    expect(said).toMatch(/need met .*known of \d+ % of the people alone|need met \(known of few\)/)
    const { matrix } = someTwo(4)
    expect(orderOf(pointsOf(matrix, 'coa-1', 'now'))).not.toContain(true)
  })

  it('is said in the cell', () => {
    const { criterion, cells } = few.matrix.rows.find(
      (row) => row.criterion.measureId === 'needMet',
    )!
    expect(cellSentence(criterion, cells[0]!, [])).toMatch(/; known of \d+ % of the people alone;/)
    const cost = few.matrix.rows.find((row) => row.criterion.measureId === 'cost')!
    expect(cellSentence(cost.criterion, cost.cells[0]!, [])).not.toContain('known of')
  })
})

describe('the name of a point', () => {
  it('stands within a sentence as any word does', () => {
    const named = (name: string) => pointName({ name, measureId: 'any' })
    expect(named('Minutes, fairly shared')).toBe('fairly shared minutes')
    expect(named('Need met')).toBe('need met')
    expect(named('CASEVAC 10-1-2')).toBe('CASEVAC 10-1-2')
  })
})
