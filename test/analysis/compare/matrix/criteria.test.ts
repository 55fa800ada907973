import { describe, expect, it } from 'vitest'
import { criterionRowOf, judgedCriteria } from '#analysis/compare/matrix/criteria.ts'
import { matrixOf } from '#analysis/compare/matrix/matrix-of.ts'
import type { CompareMeasure } from '#analysis/compare/measures/measure.ts'
import { operationOf } from '#core/document.ts'
import { newOperation } from '#core/new-operation.ts'
import { Criterion } from '#core/records/criterion.ts'
import { figuresOf, matrixFacts, NAMES, ownRow } from './some-matrix.ts'

const operation = operationOf(
  newOperation({ id: 'test', name: 'Test', planningAt: '2026-11-22T12:00:00Z' }),
)

function measure(id: string, parts: Partial<CompareMeasure> = {}): CompareMeasure {
  return {
    id,
    name: `Name of ${id}`,
    definition: `What ${id} is.`,
    unit: 'minutes',
    isHighGood: false,
    usualWeight: 20,
    usualBenchmark: ({ responseStandardMinutes }) => responseStandardMinutes,
    naturalScale: () => ({ worst: 100, best: 0 }),
    measure: () => ({ value: null, note: null }),
    parts: () => ({ kind: 'list', noun: 'things', rows: [] }),
    ...parts,
  }
}

const measures = [
  measure('wait'),
  measure('cost', { isAlwaysShown: true, usualBenchmark: () => null }),
]
const figures = {
  ...figuresOf({ wait: [60, 30], cost: [5, 6] }),
  scales: { wait: { worst: 240, best: 0 } },
}

describe('the criteria of a commander', () => {
  it('are all measures by their own weight, benchmark and scale until something is set', () => {
    const judged = judgedCriteria({ measures, rows: [], figures, operation })
    expect(judged).toEqual([
      {
        id: 'criterion-wait',
        measureId: 'wait',
        name: 'Name of wait',
        definition: 'What wait is.',
        unit: 'minutes',
        isHighGood: false,
        weight: 20,
        benchmark: operation.responseStandardMinutes,
        scale: { worst: 240, best: 0 },
        isAlwaysShown: false,
      },
      expect.objectContaining({
        benchmark: null,
        isAlwaysShown: true,
        scale: { worst: 1, best: 0 },
      }),
    ])
  })

  it('take from a row what it says and leave the rest, and give the row to write', () => {
    const [first] = judgedCriteria({ measures, rows: [], figures, operation })
    const fresh = criterionRowOf(first!, [])
    expect(Criterion.safeParse(fresh).success).toBe(true)
    const row = { ...fresh, weight: 0, scale: { worst: 90, best: 30 } }
    const [set] = judgedCriteria({ measures, rows: [row], figures, operation })
    expect(set).toEqual({ ...first, weight: 0, scale: row.scale })
    expect(criterionRowOf(set!, [row])).toBe(row)
    const elsewhere = { ...row, id: 'from-a-file', benchmark: 45 }
    const [imported] = judgedCriteria({ measures, rows: [elsewhere], figures, operation })
    expect(imported).toMatchObject({ id: 'from-a-file', benchmark: 45 })
    expect(criterionRowOf(imported!, [elsewhere])).toBe(elsewhere)
  })

  it('are followed by what people judge, in their order, on 0 to 10 unless they say otherwise', () => {
    const rows = [
      ownRow('Second', { orderKey: 'b' }),
      ownRow('First', { orderKey: 'a', isHighGood: false, scale: { worst: 3, best: 1 } }),
    ]
    const judged = judgedCriteria({ measures, rows, figures, operation })
    expect(judged.map(({ name }) => name).slice(2)).toEqual(['First', 'Second'])
    expect(judged[2]!.scale).toEqual({ worst: 3, best: 1 })
    expect(judged[3]!.scale).toEqual({ worst: 0, best: 10 })
  })

  it('keep the row of a measure that nobody knows any more, and say so', () => {
    const rows = [ownRow('Own'), { ...ownRow(''), id: 'criterion-gone', measureId: 'gone' }]
    const criteria = judgedCriteria({ measures, rows, figures, operation })
    expect(criteria.map(({ name }) => name).slice(2)).toEqual(['Unknown measure (gone)', 'Own'])
    const { rows: judged, faults } = matrixOf({ ...matrixFacts({}), criteria, rows, figures })
    expect(judged).toHaveLength(4)
    expect(faults[0]).toBe(
      'One criterion is a measure that this version does not know (gone), so no COA has a value for it; remove it or judge it yourselves.',
    )
  })

  it('use one of two settings of the same measure, and say so', () => {
    const [first] = judgedCriteria({ measures, rows: [], figures, operation })
    const usual = { ...criterionRowOf(first!, []), weight: 7 }
    const rows = [{ ...usual, id: 'a', weight: 9 }, usual]
    const criteria = judgedCriteria({ measures, rows, figures, operation })
    expect(criteria[0]!.weight).toBe(7)
    const { faults } = matrixOf({
      criteria,
      rows,
      figures,
      ranges: null,
      scenarioIds: ['s0', 's1'],
      names: NAMES,
    })
    expect(faults).toEqual([
      'Name of wait was set 2 times; one setting is used. Set it again or remove the others.',
    ])
  })
})
