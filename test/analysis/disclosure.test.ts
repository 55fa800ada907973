import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discloseCounts } from '#analysis/disclosure.ts'
import { surveyDisplay } from '#core/disclosure-limits.ts'
import { hasReferences, referenceValues } from './reference-values.ts'

type Reference = {
  inputs: { table: { counts: number[][] }; min_cell: number }
  expected: {
    primary: boolean[][]
    survey_rule: { n: number; rse?: number; show: string }[]
  }
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.integer({ min: 0, max: 14 }), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  )

/** Every row and column of the shown table, each with its total at the end. */
function linesOf({ counts, rowTotals, columnTotals, total }: ReturnType<typeof discloseCounts>) {
  const rows = [...counts.map((row, r) => [...row, rowTotals[r]!]), [...columnTotals, total]]
  return [...rows, ...rows[0]!.map((_, c) => rows.map((row) => row[c]!))]
}

describe('discloseCounts', () => {
  it('never leaves exactly one hidden figure in a line, nor a small one in sight', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = discloseCounts(counts)
        for (const line of linesOf(shown)) {
          expect(line.filter((figure) => figure === null).length).not.toBe(1)
          for (const figure of line)
            expect(figure === 0 || figure === null || figure >= 5).toBe(true)
        }
        shown.counts.forEach((row, r) => {
          row.forEach((figure, c) => {
            if (figure !== null) expect(figure).toBe(counts[r]![c])
          })
        })
      }),
    )
  })

  it('hides nothing where nothing is small', () => {
    const shown = discloseCounts([
      [12, 7],
      [25, 0],
    ])
    expect(shown).toEqual({
      counts: [
        [12, 7],
        [25, 0],
      ],
      rowTotals: [19, 25],
      columnTotals: [37, 7],
      total: 44,
    })
  })

  it.skipIf(!hasReferences)('hides the small counts of the reference, and few others', () => {
    const { inputs, expected } = referenceValues<Reference>(
      '10-disclosure/min_cell_k_anonymity.json',
    )
    const shown = discloseCounts(inputs.table.counts, inputs.min_cell)
    expected.primary.forEach((row, r) => {
      row.forEach((isSmall, c) => {
        if (isSmall) expect(shown.counts[r]![c]).toBeNull()
      })
    })
    expect(shown.counts.flat().filter((count) => count === null).length).toBeLessThanOrEqual(7)
    expect(shown.total).toBe(236)
  })
})

describe('surveyDisplay', () => {
  it.skipIf(!hasReferences)('follows the rule of the reference', () => {
    const { expected } = referenceValues<Reference>('10-disclosure/min_cell_k_anonymity.json')
    const words = {
      suppressed: 'suppressed',
      noValue: 'no value',
      withWarning: 'with warning',
      value: 'value',
    }
    for (const { n, rse, show } of expected.survey_rule) {
      expect(show).toContain(words[surveyDisplay(n, rse ?? 0)])
    }
    expect(surveyDisplay(80, 0.1)).toBe('value')
    expect(surveyDisplay(59, 0.1)).toBe('withWarning')
  })
})
