import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectedCounts } from '#analysis/incidents/protected-counts.ts'
import { PROTECTED_INCIDENTS } from '#analysis/studies/protected-incidents/index.ts'
import { type ProtectedRow, protectedColumns } from '#support/protected.ts'
import { someStudyFacts } from '../studies/study-facts.ts'

const facts = someStudyFacts([])
const AREAS = ['a-west', 'b-east']
const IN_2024 = 2024 * 12
const IN_2025 = 2025 * 12
const ask = (rows: readonly ProtectedRow[]) =>
  PROTECTED_INCIDENTS.ask({ ...facts, protectedIncidents: [protectedColumns(rows)] }, {})
const wordsOf = (rows: readonly ProtectedRow[]) => JSON.stringify(ask(rows).blocks)

describe('protected counts', () => {
  it('are summed by county and year; the oldest years are one', () => {
    const rows: ProtectedRow[] = [
      ['a-west', IN_2025, 6],
      ['a-west', IN_2025 + 11, 9],
      ['b-east', IN_2024, 40],
      ['b-east', IN_2024 - 60, 20],
      [null, IN_2025, 12],
    ]
    const { areas, years, shown } = protectedCounts([protectedColumns(rows)], AREAS)
    expect([areas, years]).toEqual([
      [0, 1, 2],
      [2022, 2024, 2025],
    ])
    expect(shown.counts).toEqual([
      [0, 0, 15],
      [20, 40, 0],
      [0, 0, 12],
    ])
    expect(shown.total).toBe(87)
  })

  it('under ten are never shown, nor can one be subtracted', () => {
    const row = fc.tuple(
      fc.constantFrom(...AREAS, null),
      fc.integer({ min: IN_2024 - 24, max: IN_2025 + 11 }),
      fc.integer({ min: 1, max: 15 }),
    )
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const { shown } = protectedCounts([protectedColumns(rows)], AREAS)
        const lines = [
          ...shown.counts.map((counts, r) => [...counts, shown.rowTotals[r]!]),
          ...shown.columnTotals.map((total, c) => [
            ...shown.counts.map((counts) => counts[c]!),
            total,
          ]),
        ]
        for (const line of lines) {
          expect(line.filter((count) => count !== null && count > 0 && count < 10)).toEqual([])
          expect(line.filter((count) => count === null)).not.toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the study of protected incidents', () => {
  it('says how many where there are ten and more', () => {
    expect(wordsOf([['a-west', IN_2025, 10]])).toContain(
      '10 incidents of sexual violence or against',
    )
  })

  it('says the same of none as of nine', () => {
    const none = PROTECTED_INCIDENTS.ask({ ...facts, protectedIncidents: [] }, {})
    expect(ask([['a-west', IN_2025, 9]]).blocks).toEqual(none.blocks)
    expect(JSON.stringify(none.blocks)).toContain('if there are any')
    expect(ask([['a-west', IN_2025, 9]]).values?.every(Number.isNaN)).toBe(true)
  })

  it('gives every cell of a county one value, and no other cell any', () => {
    const values = ask([['a-west', IN_2025, 30]]).values!
    const west = facts.ground.areaIds.indexOf('a-west')
    facts.ground.grid.areaIndex.forEach((area, cell) => {
      expect(values[cell]).toBe(area === west ? 30 : Number.NaN)
    })
  })

  it('does not follow the planning instant', () => {
    const rows: ProtectedRow[] = [['a-west', IN_2024, 30]]
    const later = { ...facts.operation, planningAt: '2020-01-01T00:00:00Z' }
    const moved = { ...facts, operation: later, protectedIncidents: [protectedColumns(rows)] }
    expect(PROTECTED_INCIDENTS.ask(moved, {})).toEqual(ask(rows))
  })
})
