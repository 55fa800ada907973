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

/** Hidden figures that all tables of whole counts that fit what is shown agree on, and small ones known to be so. */
function figuresAtRisk(counts: readonly (readonly number[])[]): number[] {
  const disclosed = discloseCounts(counts)
  const [rows, columns] = [counts.length, counts[0]!.length]
  const flat = (table: readonly (readonly number[])[]) => {
    const columnSums = counts[0]!.map((_, c) => table.reduce((sum, row) => sum + row[c]!, 0))
    const rowSums = table.map((row) => row.reduce((sum, count) => sum + count, 0))
    const total = rowSums.reduce((sum, count) => sum + count, 0)
    return [...table.flat(), ...rowSums, ...columnSums, total]
  }
  const truth = flat(counts)
  const shown = [
    ...disclosed.counts.flat(),
    ...disclosed.rowTotals,
    ...disclosed.columnTotals,
    disclosed.total,
  ]
  const isPinned = shown.map((figure) => figure === null)
  const isKnownSmall = truth.map((count, i) => shown[i] === null && count > 0 && count < 5)
  const most = Math.max(...counts.flat()) + 5
  const table = counts.map((row) => row.map(() => 0))
  const isSolved = () => !isPinned.some(Boolean) && !isKnownSmall.some(Boolean)
  const fill = (at: number, isNear: boolean): void => {
    if (isSolved()) return
    if (at === rows * columns) {
      const figures = flat(table)
      if (figures.some((figure, i) => shown[i] !== null && shown[i] !== figure)) return
      figures.forEach((figure, i) => {
        if (figure !== truth[i]) isPinned[i] = false
        if (figure < 1 || figure > 4) isKnownSmall[i] = false
      })
      return
    }
    const [row, column] = [Math.floor(at / columns), at % columns]
    const given = shown[at] ?? null
    const rowLeft =
      (disclosed.rowTotals[row] ?? Infinity) -
      table[row]!.slice(0, column).reduce((sum, count) => sum + count, 0)
    const columnLeft =
      (disclosed.columnTotals[column] ?? Infinity) -
      table.slice(0, row).reduce((sum, line) => sum + line[column]!, 0)
    const upTo = Math.min(most, rowLeft, columnLeft)
    const own = truth[at]!
    const all = isNear ? new Set([own + 1, own - 1, own, 0, 5]) : Array(most + 1).keys()
    for (const count of given === null ? all : [given]) {
      if (count < 0 || count > upTo) continue
      table[row]![column] = count
      fill(at + 1, isNear)
    }
  }
  fill(0, true)
  fill(0, false)
  return truth.filter((_, i) => isPinned[i] || isKnownSmall[i])
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

  it('pins no hidden figure down, and lets none be known to be small', () => {
    const small = fc
      .constantFrom([1, 3], [2, 2], [2, 3], [3, 2])
      .chain(([rows, columns]) =>
        fc.array(
          fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns!, maxLength: columns! }),
          { minLength: rows!, maxLength: rows! },
        ),
      )
    fc.assert(
      fc.property(small, (counts) => {
        expect(figuresAtRisk(counts)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('hides more where two hidden figures add up to little beside their total', () => {
    const shown = discloseCounts([
      [1, 2, 7, 30],
      [20, 20, 20, 20],
    ])
    expect(shown.counts[0]).toEqual([null, null, null, 30])
    expect(shown.rowTotals[0]).toBe(40)
    expect(discloseCounts([[1, 5]])).toEqual({
      counts: [[null, null]],
      rowTotals: [null],
      columnTotals: [null, null],
      total: null,
    })
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
